import { missingParameter } from "./api-error"
import type { Form } from "./form"
import * as read from "./parameters"
import { refund } from "./refunding"
import type { Handler } from "./routes"
import type { State } from "./state"

function paidIntent(state: State, form: Form): string {
  const intent = read.text(form, "payment_intent")
  if (intent) {
    return intent
  }
  const charge = read.text(form, "charge")
  if (!charge) {
    throw missingParameter("payment_intent")
  }
  return state.charges.get(charge, "charge").payment_intent
}

const ofPayment =
  (form: Form) => (row: { payment_intent: string; charge?: string }) => {
    const intent = read.text(form, "payment_intent")
    const charge = read.text(form, "charge")
    return (
      (!intent || row.payment_intent === intent) &&
      (!charge || row.charge === charge)
    )
  }

export const refundRoutes: [string, Handler][] = [
  [
    "POST /v1/refunds",
    ({ state, form, nextRefundStatus }) =>
      refund(state, {
        payment_intent: paidIntent(state, form),
        amount: read.amount(form),
        reason: read.text(form, "reason"),
        metadata: read.metadata(form),
        status: nextRefundStatus(),
      }),
  ],
  [
    "GET /v1/refunds",
    ({ state, form, page }) => page(state.refunds.find(ofPayment(form))),
  ],
  ["GET /v1/refunds/:id", ({ state, id }) => state.refunds.get(id)],
  [
    "POST /v1/refunds/:id",
    ({ state, form, id }) => {
      const row = state.refunds.get(id)
      row.metadata = read.mergedMetadata(row.metadata, form)
      return row
    },
  ],
  [
    "GET /v1/charges",
    ({ state, form, page }) => page(state.charges.find(ofPayment(form))),
  ],
  ["GET /v1/charges/:id", ({ state, id }) => state.charges.get(id)],
  [
    "GET /v1/disputes",
    ({ state, form, page }) => page(state.disputes.find(ofPayment(form))),
  ],
  ["GET /v1/disputes/:id", ({ state, id }) => state.disputes.get(id)],
]
