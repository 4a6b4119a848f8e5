import { PaymentSessionStatus } from "@medusajs/framework/utils"
import type Stripe from "stripe"
import { refused } from "./errors"

export type Data = Record<string, unknown> | undefined

/** What the store asked for when the session was made or changed; core tells no amount later on. */
export type Expected = { expected_amount?: number; expected_currency?: string }

export function expectedOf(data: Data): Expected {
  const amount = data?.expected_amount
  const currency = data?.expected_currency
  return typeof amount === "number" && typeof currency === "string"
    ? { expected_amount: amount, expected_currency: currency }
    : {}
}

/** @throws when the session never got a payment intent */
export function intentId(data: Data): string {
  const id = data?.id
  if (typeof id !== "string" || !id.startsWith("pi_")) {
    throw refused("The payment has no payment intent at Stripe")
  }
  return id
}

export const textOf = (value: unknown): string | null =>
  typeof value === "string" ? value : null

const STATUS: Record<Stripe.PaymentIntent.Status, PaymentSessionStatus> = {
  requires_payment_method: PaymentSessionStatus.PENDING,
  requires_confirmation: PaymentSessionStatus.PENDING,
  processing: PaymentSessionStatus.PENDING,
  requires_action: PaymentSessionStatus.REQUIRES_MORE,
  requires_capture: PaymentSessionStatus.AUTHORIZED,
  succeeded: PaymentSessionStatus.CAPTURED,
  canceled: PaymentSessionStatus.CANCELED,
}

export function statusOf(intent: Stripe.PaymentIntent): PaymentSessionStatus {
  if (
    intent.status === "requires_payment_method" &&
    intent.last_payment_error
  ) {
    return PaymentSessionStatus.ERROR
  }
  return STATUS[intent.status] ?? PaymentSessionStatus.PENDING
}

/** What differs between the money at Stripe and what the store asked for, in one line; undefined if nothing. */
export function differenceFrom(
  intent: Stripe.PaymentIntent,
  { expected_amount, expected_currency }: Expected
): string | undefined {
  if (expected_amount === undefined) {
    return undefined
  }
  const held =
    intent.status === "succeeded"
      ? intent.amount_received
      : intent.amount_capturable
  return held === expected_amount && intent.currency === expected_currency
    ? undefined
    : `Stripe holds ${held} ${intent.currency} and the store asked for ${expected_amount} ${expected_currency}`
}

export const currencyOf = (data: Data): string =>
  textOf(data?.currency) ?? textOf(data?.expected_currency) ?? ""

/** Stripe's answer as the session keeps it, with what the store asked for. */
export function sessionData(intent: Stripe.PaymentIntent, expected: Data) {
  return {
    ...(intent as unknown as Record<string, unknown>),
    ...expectedOf(expected),
  }
}
