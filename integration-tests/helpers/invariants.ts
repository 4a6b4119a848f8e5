import { query } from "./database"
import type { BegunPayment, GatewayUnderTest } from "./gateways"

/** What a server said with a 2xx; all of it must still be true. */
export type Promises = {
  /** Ids of orders that shoppers were told. */
  orders: string[]
  /** Ids of webhooks' events that gateways were told are taken. */
  webhooks: string[]
}

type Checked = {
  databaseUrl: string
  gateway: GatewayUnderTest
  payments: BegunPayment[]
  promises?: Partial<Promises>
}

type CartBooks = {
  cart_id: string
  /** Live orders of the cart, and all live ones of its shopper, who has this one cart. */
  orders: number
  of_shopper: number
  is_settled: boolean
  is_put_off: boolean
  payments: number
  captured: number
  refunded: number
  booked: number
  unreserved: number
}

const BOOKS = `
  with money as (
    select link.cart_id,
      count(distinct p.id)::int as payments,
      coalesce(sum((select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null)), 0)::float as captured,
      coalesce(sum((select sum(r.amount) from refund r where r.payment_id = p.id and r.deleted_at is null)), 0)::float as refunded
    from cart_payment_collection link
    left join payment p on p.payment_collection_id = link.payment_collection_id and p.deleted_at is null
    where link.cart_id = any($1) and link.deleted_at is null group by link.cart_id
  )
  select cart.id as cart_id, money.*,
    (select count(*)::int from order_cart l join "order" o on o.id = l.order_id
      where l.cart_id = cart.id and l.deleted_at is null and o.deleted_at is null and o.canceled_at is null) as orders,
    (select count(*)::int from "order" o
      where o.email = cart.email and o.deleted_at is null and o.canceled_at is null) as of_shopper,
    exists (select from cart_payment_collection l join payment_session s on s.payment_collection_id = l.payment_collection_id
      where l.cart_id = cart.id and s.deleted_at is null and s.status in ('authorized', 'captured')) as is_settled,
    exists (select from cart_payment_collection l join payment_session s on s.payment_collection_id = l.payment_collection_id
      where l.cart_id = cart.id and s.deleted_at is null and s.status = 'pending_authorization') as is_put_off,
    (select coalesce(sum(t.amount), 0)::float from order_transaction t join order_cart l on l.order_id = t.order_id
      where l.cart_id = cart.id and t.deleted_at is null and l.deleted_at is null) as booked,
    (select count(*)::int from order_cart l
      join order_item i on i.order_id = l.order_id and i.deleted_at is null
      where l.cart_id = cart.id and l.deleted_at is null
        and not exists (select from reservation_item r where r.line_item_id = i.item_id and r.deleted_at is null)) as unreserved
  from cart join money on money.cart_id = cart.id
  where cart.id = any($1)`

/** I6: what is reserved is what reservations say, of orders that live, and no more than there is. */
const STOCK = `
  select 'I6: level ' || level.id || ' says ' || level.reserved_quantity || ', its reservations '
    || coalesce(sum(r.quantity), 0) || ', stocked ' || level.stocked_quantity as violation
  from inventory_level level
  left join reservation_item r on r.inventory_item_id = level.inventory_item_id
    and r.location_id = level.location_id and r.deleted_at is null
  where level.deleted_at is null group by level.id
  having level.reserved_quantity <> coalesce(sum(r.quantity), 0) or level.stocked_quantity < level.reserved_quantity
  union all
  select 'I6: reservation ' || r.id || ' is of no live order'
  from reservation_item r where r.deleted_at is null and r.line_item_id is not null and not exists (
    select from order_item i join "order" o on o.id = i.order_id
    where i.item_id = r.line_item_id and o.deleted_at is null and o.canceled_at is null)`

/** I7: no coupon is used more often than it may be. */
const COUPONS = `
  select 'I7: budget ' || id || ' used ' || used || ' of ' || "limit" as violation
  from promotion_campaign_budget
  where deleted_at is null and type = 'usage' and "limit" is not null and used > "limit"`

/** I8: each placed order has its fact, once, and nothing else has. */
const FACTS = `
  select 'I8: ' || count(f.id) || ' facts of order ' || o.id as violation
  from "order" o join order_cart l on l.order_id = o.id and l.deleted_at is null
  left join fact f on f.order_id = o.id and f.name = 'order.placed'
  where o.deleted_at is null and l.cart_id = any($1) group by o.id having count(f.id) <> 1
  union all
  select 'I8: a fact of the order ' || f.order_id || ', which does not exist' from fact f
  where f.name = 'order.placed' and not exists (select from "order" o where o.id = f.order_id and o.deleted_at is null)`

const UNFINISHED = `
  select 'I9: ' || workflow_id || ' ' || transaction_id || ' never ended' as violation
  from workflow_execution
  where state not in ('done', 'reverted', 'failed') and deleted_at is null`

/**
 * Asserts I1 to I9 of every payment given: the database against what the gateway really did.
 * @returns what does not hold, in words; nothing when all does
 */
export async function violations({
  databaseUrl,
  gateway,
  payments,
  promises,
}: Checked): Promise<string[]> {
  const carts = payments.map(({ cartId }) => cartId)
  const rows = await query<CartBooks>(databaseUrl, BOOKS, [carts])
  const byCart = new Map(rows.map((row) => [row.cart_id, row]))
  const found = payments.flatMap((payment) =>
    compareCart(payment, byCart.get(payment.cartId), gateway)
  )
  for (const [sql, values] of [
    [STOCK, []],
    [COUPONS, []],
    [FACTS, [carts]],
    [UNFINISHED, []],
  ] as const) {
    const others = await query<{ violation: string }>(databaseUrl, sql, [
      ...values,
    ])
    found.push(...others.map(({ violation }) => violation))
  }
  return [...found, ...(await brokenPromises(databaseUrl, promises))]
}

function compareCart(
  { cartId, gatewayPaymentId }: BegunPayment,
  row: CartBooks | undefined,
  gateway: GatewayUnderTest
): string[] {
  const books = gateway.books(gatewayPaymentId)
  const told = (text: string) => `${text} (cart ${cartId}, ${gatewayPaymentId})`
  if (!row) {
    return [told("The cart is gone")]
  }
  const isHeldOrTaken = gateway.isPaid(gatewayPaymentId)
  const checks: [boolean, string][] = [
    [
      isHeldOrTaken ? row.orders === 1 : true,
      `I2: paid, and ${row.orders} live orders`,
    ],
    [
      row.of_shopper === row.orders,
      `I2: ${row.of_shopper - row.orders} orders without a cart`,
    ],
    [
      same(books.captured - books.refunded, row.captured - row.refunded),
      `I3: the gateway kept ${books.captured} - ${books.refunded}, Medusa ${row.captured} - ${row.refunded}`,
    ],
    [
      row.orders === 0 || same(row.booked, row.captured - row.refunded),
      `I3: the order's books say ${row.booked}, the payment's ${row.captured} - ${row.refunded}`,
    ],
    [row.payments <= 1, `I3: ${row.payments} payments`],
    [
      row.orders === 0 ||
        row.is_put_off ||
        (row.is_settled && row.payments === 1),
      "I4: a live order that nobody paid for",
    ],
    [
      row.orders === 0 || !books.isCanceled,
      "I5: canceled at the gateway under a live order",
    ],
    [
      row.orders === 0 || row.unreserved === 0,
      "I6: a live order whose goods are not reserved",
    ],
  ]
  return checks.filter(([holds]) => !holds).map(([, text]) => told(text))
}

const same = (one: number, other: number) => Math.abs(one - other) < 0.005

/** I1: every 2xx is still true. */
async function brokenPromises(
  databaseUrl: string,
  { orders = [], webhooks = [] }: Partial<Promises> = {}
): Promise<string[]> {
  const gone = await query<{ violation: string }>(
    databaseUrl,
    `select 'I1: a shopper was told of order ' || told.id || ', which is gone' as violation
     from unnest($1::text[]) told(id)
     where not exists (select from "order" o where o.id = told.id and o.deleted_at is null and o.canceled_at is null)
     union all
     select 'I1: webhook ' || told.id || ' was taken, and is not worked off'
     from unnest($2::text[]) told(id)
     where not exists (select from payment_webhook w where w.event_id = told.id and w.status in ('done', 'ignored'))`,
    [orders, webhooks]
  )
  return gone.map(({ violation }) => violation)
}
