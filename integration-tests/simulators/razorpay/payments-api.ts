import { unknownId, wrongField } from "./api-error"
import { capture } from "./capturing"
import * as read from "./parameters"
import { refund, type RefundRequest } from "./refunding"
import type { Handler } from "./routes"

const SPEEDS = ["normal", "optimum"]

const captureIt: Handler = ({ state, body, id }) => {
  read.refuseExtra(body, ["amount", "currency"])
  const payment = state.payments.get(id)
  return capture(
    state,
    payment,
    read.requiredAmount(body),
    read.requiredCurrency(body)
  )
}

const refundIt: Handler = ({ state, body, id }) => {
  read.refuseExtra(body, ["amount", "speed", "notes", "receipt"])
  const speed = read.text(body, "speed") ?? "normal"
  if (!SPEEDS.includes(speed)) {
    throw wrongField("speed", "The selected speed is invalid.")
  }
  return refund(state, {
    payment_id: id,
    amount: read.amount(body),
    speed: speed as RefundRequest["speed"],
    notes: read.notes(body),
    receipt: read.text(body, "receipt"),
    status: state.account.refundStatus,
  })
}

export const paymentRoutes: [string, Handler][] = [
  [
    "GET /v1/payments",
    ({ state, body }) => read.pageOf(body)(state.payments.find()),
  ],
  ["GET /v1/payments/:id", ({ state, id }) => state.payments.get(id)],
  [
    "PATCH /v1/payments/:id",
    ({ state, body, id }) =>
      Object.assign(state.payments.get(id), { notes: read.notes(body) }),
  ],
  ["POST /v1/payments/:id/capture", captureIt],
  ["POST /v1/payments/:id/refund", refundIt],
  [
    "GET /v1/payments/:id/refunds",
    ({ state, body, id }) => {
      state.payments.get(id)
      return read.pageOf(body)(
        state.refunds.find(({ payment_id }) => payment_id === id)
      )
    },
  ],
  [
    "GET /v1/payments/:id/refunds/:other",
    ({ state, id, other }) => {
      const found = state.refunds.get(other)
      if (found.payment_id !== id) {
        throw unknownId()
      }
      return found
    },
  ],
]
