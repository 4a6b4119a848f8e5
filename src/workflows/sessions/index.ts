export * from "./end-sessions"
