import type { RazorpayOrder, RazorpayPayment } from "./api-types"
import { refused } from "./errors"
import type { RazorpayProviderOptions } from "./options"
import { isSameText } from "../../utils/same-text"
import { hmacHex } from "./signature"

export type Data = Record<string, unknown> | undefined

/** What a session's data says of its payment at Razorpay. */
export type OwnPart = {
  session_id: string
  order_id: string
  /** What the store asked for, in minor units; null where that cannot be believed. */
  amount: number | null
  /** In capitals, as Razorpay has it. */
  currency: string
  /** The payment that paid it, once that is known. */
  payment_id: string | null
  /** Orders of this session that it grew out of: a payment on one of them is too much. */
  former_order_ids: string[]
}

export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null

const numberOf = (value: unknown): number | null =>
  Number.isSafeInteger(value) ? (value as number) : null

const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === "string")
    : []

/**
 * Medusa keeps a session's data as `{...the storefront's, ...the provider's}`, and hands it
 * back as one. The seal tells which part the provider itself has written.
 */
function sealOf(own: OwnPart, keySecret: string): string {
  const { session_id, order_id, amount, currency, payment_id } = own
  const parts = [session_id, order_id, amount, currency, payment_id]
  const content = JSON.stringify([...parts, own.former_order_ids])
  return hmacHex(content, hmacHex("suite payment session", keySecret))
}

/** `isSealed`: the provider wrote it. Otherwise Razorpay and Medusa's own row have to confirm the two ids. */
export type ReadPart = OwnPart & { isSealed: boolean }

/**
 * The provider's part of a session's data. Without its seal, as after the key's secret has
 * changed, no more than the ids of session and order are kept.
 *
 * @throws when there is no order
 */
export function readOwnPart(data: Data, keySecret: string): ReadPart {
  const order_id = textOf(data?.id)
  if (!order_id || !/^order_\w+$/.test(order_id)) {
    throw refused("The payment session has no order at Razorpay")
  }
  const own: OwnPart = {
    session_id: textOf(data?.session_id) ?? "",
    order_id,
    amount: numberOf(data?.amount),
    currency: textOf(data?.currency) ?? "",
    payment_id: textOf(data?.payment_id),
    former_order_ids: textsOf(data?.former_order_ids),
  }
  const isSealed = isSameText(data?.seal, sealOf(own, keySecret))
  const unknown = { amount: null, payment_id: null, former_order_ids: [] }
  return { ...own, ...(isSealed ? {} : unknown), isSealed }
}

/** Where Checkout's script lies; a simulator brings its own. */
const scriptOf = (host = "https://checkout.razorpay.com") =>
  `${host.replace(/\/+$/, "")}/v1/checkout.js`

type Shown = {
  order: Pick<RazorpayOrder, "status" | "amount" | "currency">
  payer?: RazorpayPayment
  note?: string
}

/**
 * What Medusa stores and the storefront reads: nothing secret, nothing about the shopper.
 * `checkout` goes into `new Razorpay({ ...checkout })` as it is.
 */
export function sessionData(
  own: OwnPart,
  { order, payer, note }: Shown,
  { keyId, keySecret, name, host }: RazorpayProviderOptions
): Record<string, unknown> {
  const { order_id } = own
  const { amount, currency } = own.amount === null ? order : own
  const payment_id = payer?.id ?? own.payment_id
  const written: OwnPart = { ...own, amount, currency, payment_id }
  return {
    id: order_id,
    session_id: own.session_id,
    status: payer?.status ?? order.status,
    amount,
    currency,
    payment_id: written.payment_id,
    method: payer?.method ?? null,
    former_order_ids: own.former_order_ids,
    note: note ?? null,
    checkout: { key: keyId, order_id, amount, currency, ...(name && { name }) },
    checkout_script: scriptOf(host),
    seal: sealOf(written, keySecret),
  }
}
