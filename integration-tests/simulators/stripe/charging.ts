import { unexpectedState, wrongParameter } from "./api-error"
import type { Charge, Intent, PaymentMethod } from "./objects"
import { created, type State } from "./state"

/** What a card does when the shopper pays with it. */
export type PayOutcome = "succeed" | "decline" | "require_action" | "process"

const PAYABLE = new Set([
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
  "processing",
])

function newCard(state: State, intent: Intent): PaymentMethod {
  return state.paymentMethods.add({
    ...created("pm", "payment_method"),
    type: "card",
    customer: intent.customer,
    metadata: {},
    card: { brand: "visa", last4: "4242", exp_month: 12, exp_year: 2034 },
    billing_details: { email: "shopper@store.test", name: "Asha Rao" },
  })
}

function newCharge(state: State, intent: Intent): Charge {
  return state.charges.add({
    ...created("ch", "charge"),
    payment_intent: intent.id,
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    captured: false,
    refunded: false,
    disputed: false,
    currency: intent.currency,
    status: "succeeded",
    payment_method: intent.payment_method,
    // A real event carries these; nothing of it may reach a log or a table of the store.
    billing_details: { email: "shopper@store.test", name: "Asha Rao" },
    payment_method_details: {
      type: "card",
      card: { brand: "visa", last4: "4242" },
    },
    metadata: { ...intent.metadata },
  })
}

function authorize(state: State, intent: Intent) {
  intent.payment_method ??= newCard(state, intent).id
  intent.last_payment_error = null
  intent.next_action = null
  const charge = newCharge(state, intent)
  intent.latest_charge = charge.id
  state.ledger.write("authorized", charge, charge.amount)
  if (intent.capture_method !== "manual") {
    settleCapture(state, intent, charge, intent.amount)
    return
  }
  intent.status = "requires_capture"
  intent.amount_capturable = intent.amount
  state.emit("payment_intent.amount_capturable_updated", intent)
}

function settleCapture(
  state: State,
  intent: Intent,
  charge: Charge,
  amount: number
) {
  charge.captured = true
  charge.amount_captured = amount
  intent.amount_received = amount
  intent.amount_capturable = 0
  intent.status = "succeeded"
  state.ledger.write("captured", charge, amount)
  if (amount < charge.amount) {
    state.ledger.write("released", charge, charge.amount - amount)
  }
  state.emit("charge.captured", charge)
  state.emit("payment_intent.succeeded", intent)
}

function decline(state: State, intent: Intent) {
  intent.status = "requires_payment_method"
  intent.last_payment_error = {
    type: "card_error",
    code: "card_declined",
    decline_code: "generic_decline",
    message: "Your card was declined.",
  }
  state.emit("payment_intent.payment_failed", intent)
}

/** The shopper pays, or tries to. @throws when the intent cannot be paid any more */
export function pay(state: State, intent: Intent, outcome: PayOutcome): Intent {
  if (!PAYABLE.has(intent.status)) {
    throw unexpectedState(intent, "confirmed")
  }
  if (outcome === "succeed") {
    authorize(state, intent)
  } else if (outcome === "decline") {
    decline(state, intent)
  } else if (outcome === "require_action") {
    intent.status = "requires_action"
    intent.next_action = { type: "use_stripe_sdk" }
    state.emit("payment_intent.requires_action", intent)
  } else {
    intent.payment_method ??= newCard(state, intent).id
    intent.status = "processing"
    state.emit("payment_intent.processing", intent)
  }
  return intent
}

/** Takes held money, whole or in part; what is not taken is released, as with one capture per payment. */
export function capture(state: State, intent: Intent, amount?: number): Intent {
  if (intent.status !== "requires_capture" || !intent.latest_charge) {
    throw unexpectedState(intent, "captured")
  }
  const wanted = amount ?? intent.amount_capturable
  if (wanted > intent.amount_capturable) {
    throw wrongParameter(
      "amount_to_capture",
      "The amount to capture is greater than the amount capturable.",
      "amount_too_large"
    )
  }
  settleCapture(state, intent, state.charges.get(intent.latest_charge), wanted)
  return intent
}

/** @throws when the money is taken already, or the intent is canceled */
export function cancel(state: State, intent: Intent, reason?: string): Intent {
  if (intent.status === "succeeded" || intent.status === "canceled") {
    throw unexpectedState(intent, "canceled")
  }
  if (intent.latest_charge && intent.amount_capturable > 0) {
    const charge = state.charges.get(intent.latest_charge)
    state.ledger.write("released", charge, intent.amount_capturable)
  }
  intent.status = "canceled"
  intent.amount_capturable = 0
  intent.canceled_at = Math.floor(Date.now() / 1000)
  intent.cancellation_reason = reason ?? null
  state.emit("payment_intent.canceled", intent)
  return intent
}
