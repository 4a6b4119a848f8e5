import { cardDeclined, unexpectedState } from "./api-error"
import { cancel, capture, pay } from "./charging"
import type { Form } from "./form"
import type { Intent } from "./objects"
import * as read from "./parameters"
import type { Handler } from "./routes"
import { created, newSecret, type State } from "./state"

/** Payment methods that Stripe's own test mode knows; anything else succeeds. */
const DECLINED = new Set([
  "pm_card_chargeDeclined",
  "pm_card_visa_chargeDeclined",
])
const NEEDS_ACTION = new Set(["pm_card_authenticationRequired"])

const CHANGEABLE = new Set([
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
])

function outcomeOf(method: string | null) {
  if (method && DECLINED.has(method)) return "decline"
  if (method && NEEDS_ACTION.has(method)) return "require_action"
  return "succeed"
}

function confirm(state: State, intent: Intent): Intent {
  pay(state, intent, outcomeOf(intent.payment_method))
  if (intent.last_payment_error) {
    throw cardDeclined(structuredClone(intent))
  }
  return intent
}

function newIntent(state: State, form: Form): Intent {
  const base = created("pi", "payment_intent")
  const method = read.text(form, "payment_method") ?? null
  const types = read.list(form, "payment_method_types")
  return state.intents.add({
    ...base,
    amount: read.requiredAmount(form),
    amount_capturable: 0,
    amount_received: 0,
    currency: read.requiredText(form, "currency").toLowerCase(),
    status: method ? "requires_confirmation" : "requires_payment_method",
    capture_method: (read.text(form, "capture_method") ??
      "automatic_async") as Intent["capture_method"],
    client_secret: newSecret(base.id),
    customer: read.text(form, "customer") ?? null,
    description: read.text(form, "description") ?? null,
    payment_method: method,
    payment_method_types: types.length > 0 ? types : ["card"],
    latest_charge: null,
    last_payment_error: null,
    next_action: null,
    canceled_at: null,
    cancellation_reason: null,
    setup_future_usage: read.text(form, "setup_future_usage") ?? null,
    metadata: read.metadata(form),
  })
}

const create: Handler = ({ state, form }) => {
  const customer = read.text(form, "customer")
  if (customer) {
    state.customers.get(customer, "customer")
  }
  const intent = newIntent(state, form)
  state.emit("payment_intent.created", intent)
  return read.text(form, "confirm") === "true" ? confirm(state, intent) : intent
}

const update: Handler = ({ state, form, id }) => {
  const intent = state.intents.get(id)
  const amount = read.amount(form)
  if (amount !== undefined && !CHANGEABLE.has(intent.status)) {
    throw unexpectedState(intent, "updated")
  }
  intent.amount = amount ?? intent.amount
  intent.currency = read.text(form, "currency") ?? intent.currency
  intent.description = read.text(form, "description") ?? intent.description
  intent.payment_method =
    read.text(form, "payment_method") ?? intent.payment_method
  intent.metadata = read.mergedMetadata(intent.metadata, form)
  return intent
}

/** Only `metadata['key']:'value'` terms joined by AND, which is all that the suite asks. */
const search: Handler = ({ state, form }) => {
  const query = read.requiredText(form, "query")
  const terms = [...query.matchAll(/metadata\['([^']+)'\]:'([^']*)'/g)]
  return {
    object: "search_result",
    url: "/v1/payment_intents/search",
    has_more: false,
    next_page: null,
    data: state.intents.find((intent) =>
      terms.every(([, key = "", value]) => intent.metadata[key] === value)
    ),
  }
}

export const intentRoutes: [string, Handler][] = [
  ["POST /v1/payment_intents", create],
  ["GET /v1/payment_intents/search", search],
  [
    "GET /v1/payment_intents",
    ({ state, form, page }) => {
      const customer = read.text(form, "customer")
      return page(
        state.intents.find((row) => !customer || row.customer === customer)
      )
    },
  ],
  ["GET /v1/payment_intents/:id", ({ state, id }) => state.intents.get(id)],
  ["POST /v1/payment_intents/:id", update],
  [
    "POST /v1/payment_intents/:id/confirm",
    ({ state, form, id }) => {
      const intent = state.intents.get(id)
      intent.payment_method =
        read.text(form, "payment_method") ?? intent.payment_method
      return confirm(state, intent)
    },
  ],
  [
    "POST /v1/payment_intents/:id/capture",
    ({ state, form, id }) =>
      capture(
        state,
        state.intents.get(id),
        read.amount(form, "amount_to_capture")
      ),
  ],
  [
    "POST /v1/payment_intents/:id/cancel",
    ({ state, form, id }) =>
      cancel(
        state,
        state.intents.get(id),
        read.text(form, "cancellation_reason")
      ),
  ],
]
