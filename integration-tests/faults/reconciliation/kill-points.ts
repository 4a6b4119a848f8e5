import { query } from "../../helpers/database"
import type { BegunPayment, GatewayUnderTest } from "../../helpers/gateways"
import { waitFor } from "../../helpers/wait-for"

/**
 * Tables that a checkout writes, and the columns that tell whose row it is. A row with a key that
 * is held waits in its trigger before it is written, as if the server were between two writes.
 */
const HELD: { table: string; on: string; column: string }[] = [
  { table: "order_cart", on: "insert", column: "cart_id" },
  { table: "cart", on: "update of completed_at", column: "id" },
  { table: "reservation_item", on: "insert", column: "inventory_item_id" },
  { table: "payment_collection", on: "update", column: "id" },
  { table: "order_transaction", on: "insert", column: "order_id" },
]

/** Longer than any spec lets it wait. */
const HOLD_SECONDS = 300

/** Puts the triggers in place; nothing is held yet. */
export async function prepareHolds(databaseUrl: string) {
  const triggers = HELD.map(
    ({ table, on, column }) => `
      create trigger spec_hold before ${on} on "${table}" for each row
        execute function spec_hold('${column}', '${table}');`
  )
  await query(
    databaseUrl,
    `create table spec_held (held_table text, key text);
     create function spec_hold() returns trigger language plpgsql as $$
     begin
       if exists (select from spec_held where held_table = tg_argv[1] and (
           key = to_jsonb(new)->>tg_argv[0]
           or (tg_argv[1] = 'order_transaction' and key = (
             select cart_id from order_cart where order_id = to_jsonb(new)->>'order_id')))) then
         perform pg_sleep(${HOLD_SECONDS});
       end if;
       return new;
     end $$;
     ${triggers.join("\n")}`
  )
}

type Hold = { table: string; key: string }

const hold = (databaseUrl: string, holds: Hold[]) =>
  query(
    databaseUrl,
    `insert into spec_held select * from unnest($1::text[], $2::text[])`,
    [holds.map(({ table }) => table), holds.map(({ key }) => key)]
  )

/** Lets go of all that is held, after its server is dead: what it waited to write is not written. */
export async function dropHolds(databaseUrl: string) {
  await query(
    databaseUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`
  )
  await query(databaseUrl, "delete from spec_held")
}

export type Doomed = BegunPayment & { inventoryItemId: string }

type Point = {
  name: string
  /** Whether an order is placed first, and its payment captured; the doom comes then. */
  before?: "placed" | "captured"
  /** Whether the gateway takes the money at once. */
  isTaken?: boolean
  /** What the server is about when it dies. */
  act: "complete" | "capture" | "refund" | "webhook"
  /** Makes the server hang there. */
  arrange: (doomed: Doomed, at: Arranging) => Promise<unknown>
  /** Whether it does. */
  isThere: (doomed: Doomed, at: Arranging) => Promise<boolean>
}

export type Arranging = { databaseUrl: string; gateway: GatewayUnderTest }

const holdAt =
  (...holds: ((doomed: Doomed, collection: string) => Hold)[]) =>
  async (doomed: Doomed, { databaseUrl }: Arranging) => {
    const [row] = await query<{ id: string }>(
      databaseUrl,
      "select payment_collection_id as id from payment_session where id = $1",
      [doomed.sessionId]
    )
    await hold(
      databaseUrl,
      holds.map((one) => one(doomed, row?.id ?? ""))
    )
  }

const cartLink = ({ cartId: key }: Doomed) => ({ table: "order_cart", key })
const closing = ({ cartId: key }: Doomed) => ({ table: "cart", key })
const stock = ({ inventoryItemId: key }: Doomed) => ({
  table: "reservation_item",
  key,
})
const sums = (_: Doomed, key: string) => ({ table: "payment_collection", key })
const books = ({ cartId: key }: Doomed) => ({ table: "order_transaction", key })

/** Whether a statement finds a row of the cart, the shopper or the goods. */
const sees =
  (sql: string) =>
  async (
    { cartId, email, inventoryItemId, sessionId }: Doomed,
    { databaseUrl }: Arranging
  ) => {
    const rows = await query(
      databaseUrl,
      `with doomed as (select $1::text as cart_id, $2::text as email, $3::text as item_id, $4::text as session_id)
       ${sql} limit 1`,
      [cartId, email, inventoryItemId, sessionId]
    )
    return rows.length > 0
  }

const hangsAtGateway = (
  call: "authorize" | "capture" | "refund",
  when: "before" | "after"
) => ({
  arrange: (doomed: Doomed, { gateway }: Arranging) => {
    counts.set(doomed.cartId, gateway.calls(call, doomed))
    return Promise.resolve(gateway.hang(call, when, doomed))
  },
  isThere: (doomed: Doomed, { gateway }: Arranging) =>
    Promise.resolve(
      gateway.calls(call, doomed) > (counts.get(doomed.cartId) ?? 0)
    ),
})

const counts = new Map<string, number>()

const ORDER_ROW = sees(
  `select from doomed join "order" o on o.email = doomed.email`
)

/** The twelve points of a payment's life at which a server may die. */
export const KILL_POINTS: Point[] = [
  {
    name: "after the order row",
    act: "complete",
    arrange: holdAt(cartLink, closing, stock),
    isThere: ORDER_ROW,
  },
  {
    name: "after the cart link",
    act: "complete",
    arrange: holdAt(closing, stock),
    isThere: sees(
      "select from doomed join order_cart l on l.cart_id = doomed.cart_id"
    ),
  },
  {
    name: "after the reservation",
    act: "complete",
    arrange: holdAt(cartLink, closing),
    isThere: sees(
      "select from doomed join reservation_item r on r.inventory_item_id = doomed.item_id"
    ),
  },
  {
    name: "before the gateway's authorize",
    act: "complete",
    ...hangsAtGateway("authorize", "before"),
  },
  {
    name: "after the gateway's authorize",
    act: "complete",
    ...hangsAtGateway("authorize", "after"),
  },
  {
    name: "after the payment row",
    act: "complete",
    arrange: holdAt(sums),
    isThere: sees(
      "select from doomed join payment p on p.payment_session_id = doomed.session_id"
    ),
  },
  {
    name: "before the transaction rows",
    act: "complete",
    isTaken: true,
    arrange: holdAt(books),
    isThere: sees(
      `select from doomed join payment p on p.payment_session_id = doomed.session_id
       where p.captured_at is not null`
    ),
  },
  {
    name: "before the gateway's capture",
    before: "placed",
    act: "capture",
    ...hangsAtGateway("capture", "before"),
  },
  {
    name: "after the gateway's capture",
    before: "placed",
    act: "capture",
    ...hangsAtGateway("capture", "after"),
  },
  {
    name: "after the refund row",
    before: "captured",
    act: "refund",
    ...hangsAtGateway("refund", "before"),
  },
  {
    name: "after the gateway's refund",
    before: "captured",
    act: "refund",
    ...hangsAtGateway("refund", "after"),
  },
  {
    name: "after the webhook is stored, before 2xx",
    act: "webhook",
    isTaken: true,
    arrange: () => Promise.resolve(),
    isThere: sees(
      "select from doomed join payment_webhook w on w.session_id = doomed.session_id or w.status = 'received'"
    ),
  },
]

/** One kill meets these at once: each write that is held keeps one of the server's ten connections. */
export const KILL_ROUNDS = [
  KILL_POINTS.filter((_, index) => index % 2 === 0),
  KILL_POINTS.filter((_, index) => index % 2 === 1),
]

export const untilThere = (point: Point, doomed: Doomed, at: Arranging) =>
  waitFor(() => point.isThere(doomed, at), {
    what: `the server to be ${point.name}`,
    timeoutMs: 30_000,
  })

export type { Point }
