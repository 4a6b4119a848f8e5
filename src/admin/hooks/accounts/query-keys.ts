export const accountsKeys = {
  all: ["accounts"] as const,
  suspensions: (query: object) =>
    [...accountsKeys.all, "suspensions", query] as const,
}
