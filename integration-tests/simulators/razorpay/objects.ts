/** Razorpay's objects as they go over the wire; amounts in minor units, times in seconds. */

/** Razorpay's PHP turns an empty object into a list. */
export type Notes = Record<string, string> | []

type Base<Name extends string> = {
  id: string
  entity: Name
  created_at: number
}

export type Order = Base<"order"> & {
  amount: number
  amount_paid: number
  amount_due: number
  currency: string
  receipt: string | null
  offer_id: null
  status: "created" | "attempted" | "paid"
  /** Payments tried, successful or not. */
  attempts: number
  notes: Notes
}

export type PaymentStatus =
  "created" | "authorized" | "captured" | "refunded" | "failed"

export type PaymentMethod = "card" | "upi" | "netbanking" | "wallet"

export type Card = {
  id: string
  entity: "card"
  name: string
  last4: string
  network: string
  type: "credit" | "debit"
  issuer: string | null
  international: boolean
  emi: boolean
  sub_type: "consumer" | "business"
}

export type Failure = {
  error_code: string | null
  error_description: string | null
  error_source: string | null
  error_step: string | null
  error_reason: string | null
}

export type Payment = Base<"payment"> &
  Failure & {
    amount: number
    currency: string
    status: PaymentStatus
    order_id: string
    invoice_id: null
    international: boolean
    method: PaymentMethod
    amount_refunded: number
    refund_status: null | "partial" | "full"
    captured: boolean
    description: string | null
    card_id: string | null
    card?: Card
    bank: string | null
    wallet: string | null
    vpa: string | null
    upi?: { payer_account_type: "bank_account"; vpa: string; flow: "collect" }
    email: string
    contact: string
    customer_id?: string
    /** Of Checkout, never of the order. */
    notes: Notes
    fee: number | null
    tax: number | null
    acquirer_data: Record<string, string | null>
  }

export type RefundStatus = "pending" | "processed" | "failed"

export type Refund = Base<"refund"> & {
  amount: number
  currency: string
  payment_id: string
  notes: Notes
  receipt: string | null
  acquirer_data: { arn: string | null }
  batch_id: null
  status: RefundStatus
  speed_requested: "normal" | "optimum"
  speed_processed: "normal" | "instant"
}

export type DisputeStatus =
  "open" | "under_review" | "action_required" | "won" | "lost" | "closed"

export type Dispute = Base<"dispute"> & {
  payment_id: string
  amount: number
  currency: string
  /** Zero until the dispute is lost. */
  amount_deducted: number
  reason_code: string
  respond_by: number
  status: Exclude<DisputeStatus, "action_required">
  phase: "fraud" | "retrieval" | "chargeback" | "pre_arbitration"
  comments: null
}

export type Customer = Base<"customer"> & {
  name: string | null
  email: string | null
  contact: string | null
  gstin: string | null
  notes: Notes
}

/** What is posted to the webhook. Its id stands only in a header. */
export type EventBody = {
  entity: "event"
  account_id: string
  event: string
  contains: string[]
  payload: Record<string, { entity: object }>
  created_at: number
}

export type RazorpayEvent = {
  id: string
  /** The one that held when the event came to be: a redelivery is signed with it too. */
  secret: string
  /** To be sent, and not yet taken by the store. */
  isDue: boolean
  body: EventBody
}

export type ApiErrorBody = {
  code: "BAD_REQUEST_ERROR" | "SERVER_ERROR" | "GATEWAY_ERROR"
  description: string
  source?: string
  step?: string
  reason?: string
  metadata?: object
  field?: string
}
