import { wrongField } from "./api-error"
import type { Order } from "./objects"
import * as read from "./parameters"
import type { Handler } from "./routes"
import { created, type OrderSettings, type State } from "./state"

const FIELDS = [
  "amount",
  "currency",
  "receipt",
  "notes",
  "partial_payment",
  "first_payment_min_amount",
  "payment_capture",
  "payment",
  "unique_receipt",
  "customer_id",
  "method",
]

type CaptureOptions = {
  capture?: string
  capture_options?: {
    automatic_expiry_period?: number
    manual_expiry_period?: number
    refund_speed?: string
  }
}

/** `payment.capture` wins over the older `payment_capture`, and both over the account. */
function settingsOf(state: State, body: read.Json): OrderSettings {
  const { capture, capture_options } = (body.payment ?? {}) as CaptureOptions
  if (capture !== undefined && !["automatic", "manual"].includes(capture)) {
    throw wrongField("payment.capture", "The selected capture is invalid.")
  }
  const older =
    body.payment_capture === undefined
      ? state.account.capture
      : read.isYes(body.payment_capture)
  return {
    capture: capture === undefined ? older : capture === "automatic",
    automaticExpiry: capture_options?.automatic_expiry_period ?? null,
    partialPayment: read.isYes(body.partial_payment),
  }
}

function receiptOf(body: read.Json): string | null {
  const receipt = read.text(body, "receipt")
  if (receipt && receipt.length > 40) {
    throw wrongField(
      "receipt",
      "The receipt may not be greater than 40 characters."
    )
  }
  return receipt ?? null
}

/** The order that a repeated call made before. @throws when the receipt stands for another order */
function orderOfReceipt(
  state: State,
  body: read.Json,
  wanted: Pick<Order, "amount" | "currency" | "receipt">
): Order | undefined {
  const [same] = wanted.receipt
    ? state.orders.find(({ receipt }) => receipt === wanted.receipt)
    : []
  const isRepeated =
    same?.amount === wanted.amount && same.currency === wanted.currency
  if (same && read.isYes(body.unique_receipt) && isRepeated) {
    return same
  }
  const isStrict = state.account.uniqueReceipts
  if (same && (isStrict || read.isYes(body.unique_receipt))) {
    throw wrongField("receipt", "Order receipt should be unique.")
  }
  return undefined
}

const create: Handler = ({ state, body }) => {
  read.refuseExtra(body, FIELDS)
  const amount = read.requiredAmount(body)
  const currency = read.requiredCurrency(body)
  read.refuseLess(
    amount,
    currency,
    "Order amount less than minimum amount allowed"
  )
  const wanted = { amount, currency, receipt: receiptOf(body) }
  const notes = read.notes(body)
  const settings = settingsOf(state, body)
  const known = orderOfReceipt(state, body, wanted)
  if (known) {
    return known
  }
  const order = state.orders.add({
    ...created("order", "order"),
    ...wanted,
    amount_paid: 0,
    amount_due: amount,
    offer_id: null,
    status: "created",
    attempts: 0,
    notes,
  })
  state.orderSettings.set(order.id, settings)
  return order
}

const list: Handler = ({ state, body }) => {
  const receipt = read.text(body, "receipt")
  return read.pageOf(body)(
    state.orders.find((row) => !receipt || row.receipt === receipt)
  )
}

export const orderRoutes: [string, Handler][] = [
  ["POST /v1/orders", create],
  ["GET /v1/orders", list],
  ["GET /v1/orders/:id", ({ state, id }) => state.orders.get(id)],
  [
    "PATCH /v1/orders/:id",
    ({ state, body, id }) => {
      read.refuseExtra(body, ["notes"])
      return Object.assign(state.orders.get(id), { notes: read.notes(body) })
    },
  ],
  [
    "GET /v1/orders/:id/payments",
    ({ state, id }) => {
      state.orders.get(id)
      return read.collection(
        state.payments.find(({ order_id }) => order_id === id)
      )
    },
  ],
]
