import {
  errorHandler,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const coreErrorHandler = errorHandler()

/** What Postgres answers to a value it cannot take: class 22 to its bytes, form, size or date; 08P01 to a NUL character. */
const INPUT_STATE = /^22[0-9A-Z]{3}$|^08P01$/

/**
 * Medusa's error handler, after input that no validator saw has been named for what it is:
 * broken percent-encoding in a path, and values that Postgres cannot take.
 */
export function suiteErrorHandler(
  error: unknown,
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  return coreErrorHandler(asInputError(error, req.originalUrl), req, res, next)
}

function asInputError(error: unknown, url: string): MedusaError {
  if (error instanceof URIError) {
    return invalid("path: broken percent-encoding")
  }
  const { code } = error as { code?: unknown }
  if (typeof code === "string" && INPUT_STATE.test(code)) {
    return invalid(
      url.includes("%00")
        ? "address: must not contain a NUL character"
        : "a value has a form that cannot be stored"
    )
  }
  return error as MedusaError
}

function invalid(why: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: ${why}`
  )
}
