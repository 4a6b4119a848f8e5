import type { ApiErrorBody } from "./objects"

/** What Razorpay answers when it says no: `{ error: … }` with this status. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: ApiErrorBody
  ) {
    super(body.description)
  }
}

const NOT_SAID = { source: "NA", step: "NA", reason: "NA", metadata: {} }

export const badRequest = (
  description: string,
  more: Partial<ApiErrorBody> = {},
  status = 400
) =>
  new ApiError(status, {
    code: "BAD_REQUEST_ERROR",
    description,
    ...NOT_SAID,
    ...more,
  })

/** A field of the request is wrong. */
export const wrongField = (
  field: string,
  description: string,
  more: Partial<ApiErrorBody> = {}
) =>
  badRequest(description, {
    source: "business",
    step: "payment_initiation",
    reason: "input_validation_failed",
    field,
    ...more,
  })

export const unauthorized = () =>
  new ApiError(401, {
    code: "BAD_REQUEST_ERROR",
    description: "Authentication failed",
  })

export const unknownUrl = () =>
  badRequest("The requested URL was not found on the server.")

export const unknownId = () => badRequest("The id provided does not exist")

export const malformedId = (id: string) => badRequest(`${id} is not a valid id`)

export const extraFields = (names: string[]) =>
  badRequest(`${names.join(", ")} is/are not required and should not be sent`, {
    source: "business",
    step: "payment_initiation",
    reason: "extra_field_sent",
  })

export const alreadyPaid = () =>
  badRequest(
    "Your payment has been declined as the order is already paid. Please initiate the payment with a new order."
  )

export const otherRequestSameKey = () =>
  badRequest(
    "Different request with the same idempotency key has already been processed."
  )

export const requestInProgress = () =>
  badRequest(
    "Request failed because another request is in progress with the same idempotency key",
    {},
    409
  )
