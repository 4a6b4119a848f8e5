export const loginEventsKeys = {
  all: ["login-events"] as const,
  list: (query: object) => [...loginEventsKeys.all, "list", query] as const,
  statistics: () => [...loginEventsKeys.all, "statistics"] as const,
}
