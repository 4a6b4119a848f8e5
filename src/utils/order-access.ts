import { checkToken, signToken } from "./signed-token"

/** What decides who may read an order. */
export type GuardedOrder = {
  id: string
  customer_id: string | null
  email: string | null
  created_at: Date
}

type Asking = {
  /** Who is signed in. */
  customerId: string | undefined
  /** What the mail's link brought. */
  token: string | undefined
  now: Date
}

type Owned = Pick<GuardedOrder, "id" | "customer_id">

const MINUTE_MS = 60_000

/** Of one owner: when the order is transferred, the former owner's link opens nothing any more. */
const purposeOf = ({ customer_id }: Owned) =>
  `order-access\n${customer_id ?? ""}`

/** What the confirmation mail of an order carries. */
export const orderToken = (order: Owned, expiresAt: Date, secret: string) =>
  signToken({ purpose: purposeOf(order), id: order.id, expiresAt }, secret)

/** Whether an order is its asker's to read: its owner's, its mail's reader's, or for a while everybody's who has its id. */
export function mayReadOrder(
  order: GuardedOrder,
  { customerId, token, now }: Asking,
  { secret, openMinutes }: { secret: string; openMinutes: number }
): boolean {
  if (customerId !== undefined && order.customer_id === customerId) {
    return true
  }
  const age = now.getTime() - order.created_at.getTime()
  if (age < openMinutes * MINUTE_MS) {
    return true
  }
  const check =
    token && checkToken(token, purposeOf(order), secret, now.getTime())
  return Boolean(check && check.valid && check.id === order.id)
}

/** Enough for its owner to know it again, and not to write to it. @example maskedEmail("asha@shop.test") // "a***@shop.test" */
export const maskedEmail = (email: string) =>
  email.replace(/^(.).*(?=@)/su, "$1***")
