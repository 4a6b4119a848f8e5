import type { ApiErrorBody, Intent } from "./objects"

/** What Stripe answers when it says no: `{ error: … }` with this status. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ApiErrorBody,
    readonly headers: Record<string, string> = {}
  ) {
    super(body.message)
  }
}

const invalid = (body: Omit<ApiErrorBody, "type">, status = 400) =>
  new ApiError(status, { type: "invalid_request_error", ...body })

export const unauthorized = () =>
  invalid({ message: "Invalid API Key provided: sk_test_****" }, 401)

export const unknownUrl = (method: string, path: string) =>
  invalid({ message: `Unrecognized request URL (${method}: ${path}).` }, 404)

export const missing = (kind: string, id: string, param = "id") =>
  invalid(
    { code: "resource_missing", message: `No such ${kind}: '${id}'`, param },
    404
  )

export const wrongParameter = (param: string, message: string, code?: string) =>
  invalid({ code: code ?? "parameter_invalid_integer", message, param })

export const missingParameter = (param: string) =>
  invalid({
    code: "parameter_missing",
    message: `Missing required param: ${param}.`,
    param,
  })

export const unexpectedState = (intent: Intent, verb: string) =>
  invalid({
    code: "payment_intent_unexpected_state",
    message: `This PaymentIntent could not be ${verb} because it has a status of ${intent.status}.`,
    payment_intent: intent,
  })

export const alreadyRefunded = (charge: string) =>
  invalid({
    code: "charge_already_refunded",
    message: `Charge ${charge} has already been refunded.`,
  })

export const idempotencyMismatch = () =>
  new ApiError(400, {
    type: "idempotency_error",
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with.",
  })

export const idempotencyInUse = () =>
  new ApiError(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message:
      "There is currently another in-progress request using this Idempotent Key.",
  })

export const cardDeclined = (intent: Intent) =>
  new ApiError(402, {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
    payment_intent: intent,
  })
