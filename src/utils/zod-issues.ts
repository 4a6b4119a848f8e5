import type { z } from "@medusajs/framework/zod"

/**
 * Says what is wrong with an input, each complaint led by the name of its field.
 * @example describeIssues(error.issues, "body") // "rating: Too big: expected number to be <=5"
 */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  whole: string
): string {
  return issues.map((issue) => describeIssue(issue, whole)).join("; ")
}

function describeIssue(issue: z.core.$ZodIssue, whole: string): string {
  const path = issue.path.map(String)
  if (issue.code === "unrecognized_keys") {
    const fields = issue.keys.map((key) => [...path, key].join("."))
    return `${fields.join(", ")}: unknown field`
  }
  return `${path.join(".") || whole}: ${issue.message}`
}
