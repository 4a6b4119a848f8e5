/** Stripe's objects as they go over the wire; amounts in minor units, times in seconds. */

export type Metadata = Record<string, string>

type Base<Name extends string> = {
  id: string
  object: Name
  created: number
  livemode: false
  metadata: Metadata
}

export type IntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "requires_capture"
  | "succeeded"
  | "canceled"

export type Intent = Base<"payment_intent"> & {
  amount: number
  amount_capturable: number
  amount_received: number
  currency: string
  status: IntentStatus
  capture_method: "automatic" | "automatic_async" | "manual"
  client_secret: string
  customer: string | null
  description: string | null
  payment_method: string | null
  payment_method_types: string[]
  latest_charge: string | null
  last_payment_error: ApiErrorBody | null
  next_action: { type: string } | null
  canceled_at: number | null
  cancellation_reason: string | null
  setup_future_usage: string | null
}

export type Charge = Base<"charge"> & {
  payment_intent: string
  amount: number
  amount_captured: number
  amount_refunded: number
  captured: boolean
  refunded: boolean
  disputed: boolean
  currency: string
  status: "succeeded" | "failed"
  payment_method: string | null
  billing_details: { email: string | null; name: string | null }
  payment_method_details: {
    type: "card"
    card: { brand: string; last4: string }
  }
}

export type Refund = Base<"refund"> & {
  charge: string
  payment_intent: string
  amount: number
  currency: string
  status: "succeeded" | "pending" | "failed" | "canceled"
  reason: string | null
  failure_reason?: string
}

export type Dispute = Base<"dispute"> & {
  charge: string
  payment_intent: string
  amount: number
  currency: string
  reason: string
  status:
    | "warning_needs_response"
    | "needs_response"
    | "under_review"
    | "won"
    | "lost"
}

export type Customer = Base<"customer"> & {
  email: string | null
  name: string | null
  phone: string | null
  address: unknown
  deleted?: true
}

export type PaymentMethod = Base<"payment_method"> & {
  type: "card"
  customer: string | null
  card: { brand: string; last4: string; exp_month: number; exp_year: number }
  billing_details: { email: string | null; name: string | null }
}

export type SetupIntent = Base<"setup_intent"> & {
  customer: string | null
  payment_method: string | null
  client_secret: string
  status: "requires_payment_method" | "succeeded"
}

export type StripeEvent = {
  id: string
  object: "event"
  api_version: string
  created: number
  livemode: false
  type: string
  pending_webhooks: number
  request: { id: string | null; idempotency_key: string | null }
  data: { object: object; previous_attributes?: object }
}

export type ApiErrorBody = {
  type: string
  code?: string
  decline_code?: string
  message: string
  param?: string
  payment_intent?: Intent
}
