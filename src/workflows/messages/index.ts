export * from "./cancel-message"
export * from "./queue-message"
export * from "./resend-message"
