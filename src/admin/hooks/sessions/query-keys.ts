/** Every end of a session invalidates `all`. */
export const sessionsKeys = {
  all: ["sessions"] as const,
  list: (path: string) => [...sessionsKeys.all, "list", path] as const,
  apiKeys: () => [...sessionsKeys.all, "api-keys"] as const,
}
