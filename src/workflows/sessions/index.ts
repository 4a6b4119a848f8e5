export * from "./end-actor-sessions"
export * from "./end-session"
export * from "./end-sessions"
