import { MedusaError } from "@medusajs/framework/utils"
import type { StoreLeftOut } from "../../types/customer-carts"
import type { SqlExecutor } from "../../utils/add-job"

type LineMove = {
  id: string
  quantity: number
  /** For undoing it. */
  quantity_before: number
}

/** What a merge does to the rows of two carts. Quantities are the lines' own afterwards. */
export type CartMove = {
  from_id: string
  into_id: string
  /** Lines of the older cart that become lines of the other. */
  moved: LineMove[]
  /** Lines of the other cart that take up those of the same kind. */
  raised: LineMove[]
  left_out: StoreLeftOut[]
  promo_codes: string[]
}

type Before = {
  shipping_address_id: string | null
  billing_address_id: string | null
  left_out: unknown
  merged_at: string | Date | null
}

export type DoneMove = CartMove & { before: Before; after: Addresses }
type Addresses = Pick<Before, "shipping_address_id" | "billing_address_id">

const MOVED = `json_to_recordset(?::json) as given(id text, quantity int, quantity_before int)`

const GIVE = `
  update cart_line_item line set cart_id = ?, quantity = given.quantity, updated_at = now()
    from ${MOVED}
   where line.id = given.id and line.cart_id = ? and line.deleted_at is null`

const RAISE = `
  update cart_line_item line set quantity = given.quantity, updated_at = now()
    from ${MOVED}
   where line.id = given.id and line.cart_id = ? and line.deleted_at is null`

const BEFORE = `
  select cart.shipping_address_id, cart.billing_address_id, note.left_out, note.merged_at
    from cart join customer_cart note on note.cart_id = cart.id and note.deleted_at is null
   where cart.id = ? for update`

/** Medusa gives a new cart an address of nothing but the country, where its region has only one. */
const real = (id: string) =>
  `select address.id from cart_address address where address.id = ${id} and address.address_1 is not null`

/** The older cart's addresses, where the other has none; shipping only within the region. */
const ADDRESSES = `
  update cart into_cart
     set shipping_address_id = coalesce(
           (${real("into_cart.shipping_address_id")}),
           (${real("older.shipping_address_id")} and exists (
             select from region_country country
              where country.iso_2 = lower(address.country_code) and country.region_id = into_cart.region_id)),
           into_cart.shipping_address_id),
         billing_address_id = coalesce(
           (${real("into_cart.billing_address_id")}),
           (${real("older.billing_address_id")}),
           into_cart.billing_address_id),
         updated_at = now()
    from cart older
   where into_cart.id = ? and older.id = ?
  returning into_cart.shipping_address_id, into_cart.billing_address_id`

/** The older cart goes, without the addresses that it gave away. */
const RETIRE = `
  update cart set deleted_at = now(), updated_at = now(),
         shipping_address_id = nullif(shipping_address_id, ?),
         billing_address_id = nullif(billing_address_id, ?)
   where id = ? and deleted_at is null and completed_at is null
  returning id`

const SET_STATE = `
  update customer_cart set state = ?, updated_at = now()
   where cart_id = ? and deleted_at is null`

/** Merges within ten minutes belong to one sign-in, and tell of all that was left out. */
const REMEMBER = `
  update customer_cart
     set left_out = case when merged_at > now() - interval '10 minutes'
                         then coalesce(left_out, '[]'::jsonb) else '[]'::jsonb end || ?::jsonb,
         merged_at = now(), refresh = ?::jsonb, updated_at = now()
   where cart_id = ? and deleted_at is null`

/**
 * Moves lines from one cart into another and retires the first, in the caller's transaction: a
 * server that dies has moved all or nothing, and nothing moves twice.
 *
 * @returns what `undoMove` needs
 * @throws CONFLICT when one of the carts is gone or completed by now
 */
export async function moveLines(
  sql: SqlExecutor,
  move: CartMove
): Promise<DoneMove> {
  const { from_id, into_id } = move
  const [before] = (await sql.execute(BEFORE, [into_id])) as Before[]
  await sql.execute(GIVE, [into_id, JSON.stringify(move.moved), from_id])
  await sql.execute(RAISE, [JSON.stringify(move.raised), into_id])
  const [after] = (await sql.execute(ADDRESSES, [
    into_id,
    from_id,
  ])) as Addresses[]
  const retired = (await sql.execute(RETIRE, [
    after?.shipping_address_id ?? null,
    after?.billing_address_id ?? null,
    from_id,
  ])) as unknown[]
  if (!before || !after || retired.length === 0) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `The cart ${from_id} changed while its items were to move`
    )
  }
  await sql.execute(SET_STATE, ["merged", from_id])
  await sql.execute(REMEMBER, [
    JSON.stringify(move.left_out),
    JSON.stringify({ promo_codes: move.promo_codes }),
    into_id,
  ])
  return { ...move, before, after }
}

const RETURN_ADDRESSES = `
  update cart set shipping_address_id = coalesce(shipping_address_id, ?),
         billing_address_id = coalesce(billing_address_id, ?),
         deleted_at = null, updated_at = now()
   where id = ?`

const PUT_BACK = `
  update cart set shipping_address_id = ?, billing_address_id = ?, updated_at = now() where id = ?`

const FORGET = `
  update customer_cart set left_out = ?::jsonb, merged_at = ?, refresh = null, updated_at = now()
   where cart_id = ? and deleted_at is null`

const reversed = (lines: LineMove[]) =>
  JSON.stringify(
    lines.map(({ id, quantity, quantity_before }) => ({
      id,
      quantity: quantity_before,
      quantity_before: quantity,
    }))
  )

/** An address that the surviving cart did not have before came from the older one. */
const given = (before: string | null, after: string | null) =>
  before === after ? null : after

/** Takes a move back, in the caller's transaction. */
export async function undoMove(sql: SqlExecutor, done: DoneMove) {
  const { from_id, into_id, before, after } = done
  await sql.execute(GIVE, [from_id, reversed(done.moved), into_id])
  await sql.execute(RAISE, [reversed(done.raised), into_id])
  await sql.execute(PUT_BACK, [
    before.shipping_address_id,
    before.billing_address_id,
    into_id,
  ])
  await sql.execute(RETURN_ADDRESSES, [
    given(before.shipping_address_id, after.shipping_address_id),
    given(before.billing_address_id, after.billing_address_id),
    from_id,
  ])
  await sql.execute(SET_STATE, ["waiting", from_id])
  await sql.execute(FORGET, [
    before.left_out === null ? null : JSON.stringify(before.left_out),
    before.merged_at,
    into_id,
  ])
}
