import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"
import { describeIssues } from "../../utils/zod-issues"

/** Middleware: checks the body, and answers 400 with every field that is wrong. The result is `req.validatedBody`. */
export function validateBody(schema: z.ZodType) {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    req.validatedBody = parse(schema, req.body, "body")
    next()
  }
}

/** The same for the query string; the result is `req.validatedQuery`. */
export function validateQuery(schema: z.ZodType) {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    req.validatedQuery = parse(schema, req.query, "query") as Record<
      string,
      unknown
    >
    next()
  }
}

/** The same for the path, which is left as it is. */
export function validateParams(schema: z.ZodType) {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    parse(schema, req.params, "path")
    next()
  }
}

function parse(schema: z.ZodType, input: unknown, whole: string): unknown {
  const parsed = schema.safeParse(input ?? {})
  if (parsed.success) {
    return parsed.data
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${describeIssues(parsed.error.issues, whole)}`
  )
}
