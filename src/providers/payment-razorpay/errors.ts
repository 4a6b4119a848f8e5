import { MedusaError } from "@medusajs/framework/utils"
import type { PaymentAttemptResult } from "../../utils/payment-attempts"
import { oneLine } from "../../utils/redact"

/** Razorpay said no: it did not happen. */
export class RazorpayRefusal extends Error {
  constructor(
    readonly status: number,
    /** Razorpay's, such as BAD_REQUEST_ERROR. */
    readonly code: string,
    description: string
  ) {
    super(description)
  }

  /** The id is of no object of this account. */
  get isUnknownId(): boolean {
    return this.status === 404 || /id provided does not/.test(this.message)
  }
}

/** No answer, or none that says anything: nobody knows whether it happened. */
export class RazorpayUnanswered extends Error {}

const isRefusal = (error: unknown) =>
  error instanceof MedusaError || error instanceof RazorpayRefusal

/** One line without keys, addresses and numbers of shoppers. */
function lineOf(error: unknown): string {
  const { message } = error as { message?: unknown }
  const code = error instanceof RazorpayRefusal ? `${error.code}: ` : ""
  const line = `${code}${typeof message === "string" ? message : "unknown error"}`
  return oneLine(line)
}

/** How a failed call ends in the transaction log. */
export function attemptEnd(error: unknown): Partial<PaymentAttemptResult> {
  const outcome = isRefusal(error) ? "refused" : "unknown"
  return { outcome, error: lineOf(error) }
}

/**
 * What the store's callers get: "not allowed" where Razorpay said no, and an unexpected
 * state where no answer came, because then it may have happened.
 */
export function storeError(verb: string, error: unknown): MedusaError {
  if (error instanceof MedusaError) {
    return error
  }
  return isRefusal(error)
    ? refused(`Razorpay refused to ${verb}: ${lineOf(error)}`)
    : new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `Razorpay gave no answer when asked to ${verb}, which may have happened: ${lineOf(error)}`
      )
}

export const throwAs =
  (verb: string) =>
  (error: unknown): never => {
    throw storeError(verb, error)
  }

export const refused = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
