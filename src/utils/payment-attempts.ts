/** One call of a payment gateway, as the transaction log keeps it. Amounts in major units. */
export type PaymentAttempt = {
  /** Of what is tried again under one row, such as a webhook's id. @default each call has a row of its own */
  key?: string
  provider_id: string
  /** The last three are the inbox's and the reconciler's, who ask or are told instead of acting. */
  action:
    | "create"
    | "update"
    | "authorize"
    | "capture"
    | "refund"
    | "cancel"
    | "webhook"
    | "reconcile"
    | "dispute"
  session_id: string | null
  /** Medusa's own, where the caller knows them. */
  payment_id?: string | null
  capture_id?: string | null
  refund_id?: string | null
  /** The gateway's own ids: of the payment, and of the refund, capture or dispute. */
  gateway_payment_id: string | null
  gateway_reference_id: string | null
  amount: string | null
  currency_code: string | null
  state_before: string | null
}

/** How it ended. `unknown`: no answer came, so the gateway may have done it or not. */
export type PaymentAttemptResult = {
  outcome: "succeeded" | "refused" | "unknown"
  state_after: string | null
  gateway_payment_id: string | null
  gateway_reference_id: string | null
  /** One line without secrets. */
  error: string | null
}

/** Writes an attempt down before the gateway is called, and gives what writes its end down. */
export type AttemptRecorder = (
  attempt: PaymentAttempt
) => Promise<(result: PaymentAttemptResult) => Promise<void>>

const recordNothing: AttemptRecorder = () =>
  Promise.resolve(() => Promise.resolve())

let recorder = recordNothing

/** Set by the feature `payment-transactions`; providers work without it. */
export function setAttemptRecorder(record: AttemptRecorder) {
  recorder = record
}

/** For the suite's providers; see `AttemptRecorder`. */
export const recordAttempt: AttemptRecorder = (attempt) => recorder(attempt)
