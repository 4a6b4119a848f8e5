import type { z } from "@medusajs/framework/zod"
import { describeIssues } from "./zod-issues"

/**
 * Checks one feature's part of the suite's options.
 *
 * @param slug - the feature's slug, the key of its options
 * @returns the options with their defaults filled in
 * @throws one line that names the option and what is allowed; it carries no stack, because an operator reads it
 * @example parseOptions("testimonials", testimonialsOptionsSchema, { inviteTtlDays: 14 })
 */
export function parseOptions<T extends z.ZodType>(
  slug: string,
  schema: T,
  options: unknown
): z.infer<T> {
  const parsed = schema.safeParse(options ?? {})
  if (parsed.success) {
    return parsed.data
  }
  const issues = parsed.error.issues.map((issue) => ({
    ...issue,
    path: [slug, ...issue.path],
  }))
  throw optionError(describeIssues(issues, slug))
}

/** Names the option and what is wrong with it. */
export function optionError(message: string): Error {
  return operatorError(`medusa-commerce-suite option ${message}`)
}

/** An error for the operator: one line, no stack. */
export function operatorError(message: string): Error {
  const error = new Error(message)
  error.stack = ""
  return error
}
