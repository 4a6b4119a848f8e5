/** Every change to a job invalidates `all`. */
export const jobsKeys = {
  all: ["jobs"] as const,
  list: (query: object) => [...jobsKeys.all, "list", query] as const,
}
