import { MedusaError } from "@medusajs/framework/utils"
import Stripe from "stripe"
import type { PaymentAttemptResult } from "../../utils/payment-attempts"
import { oneLine } from "../../utils/redact"

const { errors } = Stripe

/** After these nobody knows whether Stripe did it. */
const isUnanswered = (error: unknown) =>
  error instanceof errors.StripeConnectionError ||
  error instanceof errors.StripeAPIError ||
  error instanceof errors.StripeIdempotencyError

const isRefusal = (error: unknown) =>
  error instanceof MedusaError ||
  (error instanceof errors.StripeError && !isUnanswered(error))

function lineOf(error: unknown): string {
  const { message, code } = error as { message?: unknown; code?: unknown }
  const parts = [code, message].filter((part) => typeof part === "string")
  return oneLine(parts.join(": "), 500)
}

/** How a failed call ends in the transaction log. */
export function attemptEnd(error: unknown): Partial<PaymentAttemptResult> {
  const outcome = isRefusal(error) ? "refused" : "unknown"
  return { outcome, error: lineOf(error) }
}

/**
 * What the store's callers get: "not allowed" where Stripe said no, and an unexpected
 * state where no answer came, because then it may have happened.
 */
export function storeError(verb: string, error: unknown): MedusaError {
  if (error instanceof MedusaError) {
    return error
  }
  return isRefusal(error)
    ? refused(`Stripe refused to ${verb}: ${lineOf(error)}`)
    : new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Stripe gave no answer when asked to ${verb}, which may have happened: ${lineOf(error)}`
      )
}

export const refused = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
