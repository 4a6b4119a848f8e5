import type {
  BigNumberInput,
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { inTransaction } from "../../utils/in-transaction"
import { gatewayRefundId } from "../payment-webhooks/paid-session"

/** A capture or a refund of Medusa's. */
export type Movement = {
  id: string
  amount: BigNumberInput
  created_at: Date
  /** The order's books have it. */
  is_booked: boolean
  /** Of a refund that was made at the gateway. */
  gateway_refund_id: string | null
}

export type OrderBooks = {
  id: string
  is_live: boolean
  created_at: Date
  /** Whether anybody has worked on it: it was fulfilled, changed, or has entries in its books. */
  is_touched: boolean
  /** Linked to its cart, and to the payments. */
  has_cart: boolean
  has_payments: boolean
}

/** All that Medusa says of one payment session. */
export type Books = {
  session: PaymentSessionDTO
  /** Authorized, captured, or waiting for the gateway by the shopper's choice. */
  is_settled: boolean
  /** Another session has paid, or will, all that is asked for. */
  is_paid_elsewhere: boolean
  cart_id: string | null
  order: OrderBooks | null
  payment: {
    id: string
    created_at: Date
    captured_at: Date | null
    canceled_at: Date | null
    captures: Movement[]
    refunds: Movement[]
  } | null
}

const SETTLED = ["authorized", "captured", "pending_authorization"]

const RELATIONS = ["payment", "payment.captures", "payment.refunds"]

const ORDER = `
  select cart_link.cart_id, o.id, o.created_at,
    (select coalesce(sum(other.amount), 0) from payment_session other
      where other.payment_collection_id = collection.id and other.id <> ? and other.deleted_at is null
        and other.status in ('authorized', 'captured', 'pending_authorization'))
      >= (select c.amount from payment_collection c where c.id = collection.id) as is_paid_elsewhere,
    o.deleted_at is null and o.canceled_at is null and o.status <> 'canceled' as is_live,
    order_cart.order_id is not null as has_cart,
    payment_link.order_id is not null as has_payments,
    o.version > 1
      or exists (select from order_fulfillment f where f.order_id = o.id and f.deleted_at is null)
      or exists (select from order_change c where c.order_id = o.id and c.deleted_at is null)
      or exists (select from order_transaction t where t.order_id = o.id and t.deleted_at is null)
      as is_touched,
    (select coalesce(json_agg(t.reference_id), '[]'::json) from order_transaction t
      where t.order_id = o.id and t.reference_id is not null and t.deleted_at is null) as booked
  from (select ?::text as id) collection
  left join cart_payment_collection cart_link
    on cart_link.payment_collection_id = collection.id and cart_link.deleted_at is null
  left join order_cart on order_cart.cart_id = cart_link.cart_id and order_cart.deleted_at is null
  left join order_payment_collection payment_link
    on payment_link.payment_collection_id = collection.id and payment_link.deleted_at is null
  left join "order" o on o.id = coalesce(order_cart.order_id, payment_link.order_id)
  limit 1`

type OrderRow = OrderBooks & {
  cart_id: string | null
  booked: string[] | null
  is_paid_elsewhere: boolean | null
}

/** Reads them anew; nothing when there is no such session any more. */
export async function readBooks(
  container: MedusaContainer,
  sessionId: string
): Promise<Books | undefined> {
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id: sessionId }, { relations: RELATIONS, take: 1 })
  if (!session) {
    return undefined
  }
  const [row] = (await inTransaction(container, (sql) =>
    sql.execute(ORDER, [session.id, session.payment_collection_id ?? ""])
  )) as OrderRow[]
  const {
    cart_id = null,
    booked,
    is_paid_elsewhere,
    ...order
  } = row ?? ({} as OrderRow)
  return {
    session,
    is_settled: SETTLED.includes(session.status),
    is_paid_elsewhere: is_paid_elsewhere ?? false,
    cart_id,
    order: order.id
      ? { ...order, created_at: new Date(order.created_at) }
      : null,
    payment: paymentBooks(session, new Set(booked)),
  }
}

function paymentBooks(
  { payment }: PaymentSessionDTO,
  booked: Set<string>
): Books["payment"] {
  if (!payment) {
    return null
  }
  const movement = (row: {
    id: string
    amount: BigNumberInput
    created_at?: Date | string
  }): Movement => ({
    id: row.id,
    amount: row.amount,
    created_at: new Date(row.created_at ?? 0),
    is_booked: booked.has(row.id),
    gateway_refund_id: null,
  })
  const date = (value: unknown) => (value ? new Date(value as string) : null)
  return {
    id: payment.id,
    created_at: new Date((payment.created_at as string | undefined) ?? 0),
    captured_at: date(payment.captured_at),
    canceled_at: date(payment.canceled_at),
    captures: (payment.captures ?? []).map(movement),
    refunds: (payment.refunds ?? []).map((refund) => ({
      ...movement(refund),
      gateway_refund_id: (gatewayRefundId(refund) ?? null) as string | null,
    })),
  }
}
