export * from "./queue-message"
