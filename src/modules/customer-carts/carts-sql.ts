import { feeLineSql } from "../../utils/fee-line"

/** Payment providers of which no shopper pays anything elsewhere while the cart is open. */
const PAID_HERE = `('pp_system_default', 'pp_cash-on-delivery_cash-on-delivery')`

const sessionsOf = (cartId: string, such: string) => `exists (
  select 1 from cart_payment_collection link
    join payment_session session
      on session.payment_collection_id = link.payment_collection_id and session.deleted_at is null
   where link.cart_id = ${cartId} and link.deleted_at is null and ${such})`

/** An order stands behind it, or money was given for it. */
const isPaid = (cartId: string) => `(
  ${sessionsOf(cartId, `session.status in ('authorized', 'captured', 'pending_authorization')`)}
  or exists (
    select 1 from cart_payment_collection link
      join payment on payment.payment_collection_id = link.payment_collection_id
       and payment.deleted_at is null and payment.canceled_at is null
     where link.cart_id = ${cartId} and link.deleted_at is null))`

/** A shopper may be at the gateway with it right now: as long as the reconciler asks for a begun payment. */
const isAtGateway = (cartId: string) =>
  sessionsOf(
    cartId,
    `session.status in ('pending', 'requires_more') and session.provider_id not in ${PAID_HERE}
     and session.updated_at > now() - interval '30 minutes'`
  )

const IS_COMPLETED = `(cart.completed_at is not null or exists (
  select 1 from order_cart placed
   where placed.cart_id = cart.id and placed.deleted_at is null))`

const NOTE = `customer_cart note on note.cart_id = cart.id and note.deleted_at is null`

/** All that decides what may be done with a cart. */
export const CART_STATE = `
  select cart.id, cart.customer_id, note.customer_id as owner_id, note.state,
    ${IS_COMPLETED} as is_completed, ${isPaid("cart.id")} as is_paid,
    ${isAtGateway("cart.id")} as is_at_gateway
  from cart left join ${NOTE}
  where cart.id = ? and cart.deleted_at is null`

/** Whose a cart is, for the guard that every request for it meets. */
export const GUARDED_CART = `
  select cart.id, cart.customer_id, note.customer_id as owner_id,
    note.refresh is not null as is_stale
  from cart left join ${NOTE}
  where cart.id = ? and cart.deleted_at is null`

export const GUARDED_COLLECTION = `
  select cart.id, cart.customer_id, note.customer_id as owner_id,
    note.refresh is not null as is_stale
  from cart_payment_collection link
  join cart on cart.id = link.cart_id and cart.deleted_at is null
  left join ${NOTE}
  where link.payment_collection_id = ? and link.deleted_at is null`

/** Stale as well: a sign-in died before the older cart's items moved. */
export const ACTIVE_CART = `
  select cart.id, cart.customer_id, (note.refresh is not null or exists (
    select 1 from customer_cart older
     where older.customer_id = note.customer_id and older.state = 'waiting'
       and older.deleted_at is null)) as is_stale
  from customer_cart note
  join cart on cart.id = note.cart_id and cart.deleted_at is null
  where note.customer_id = ? and note.state = 'active' and note.deleted_at is null
    and not ${IS_COMPLETED}`

/** Whether a customer's cart gave its items to another of theirs, on whatever device. */
export const IS_MERGED = `
  select 1 from customer_cart
   where customer_id = ? and cart_id = ? and state = 'merged' and deleted_at is null`

/** Older carts whose items are still to move, the oldest first. */
export const WAITING_CARTS = `
  select cart.id from customer_cart note
  join cart on cart.id = note.cart_id and cart.deleted_at is null
  where note.customer_id = ? and note.state in ('waiting', 'left') and note.deleted_at is null
    and note.cart_id <> ? and not ${IS_COMPLETED}
  order by note.created_at, note.id`

/** What could not move does not ask to be moved until the next sign-in. */
export const LEAVE = `
  update customer_cart set state = 'left', updated_at = now()
   where customer_id = ? and state = 'waiting' and deleted_at is null`

/** Who writes about a customer's carts at the same time waits here, whatever the lock provider. */
export const LOCK_CUSTOMER =
  "select pg_advisory_xact_lock(hashtextextended('customer-carts:' || ?, 0))"

/** What was active before waits for its items to move, unless it has become an order or is gone, its row perhaps with it. */
export const DEMOTE = `
  update customer_cart note
     set state = case when exists (
           select 1 from cart
            where cart.id = note.cart_id and cart.deleted_at is null and not ${IS_COMPLETED})
           then 'waiting' else 'other' end,
         updated_at = now()
   where note.customer_id = ? and note.state = 'active'
     and note.cart_id <> ? and note.deleted_at is null
  returning note.cart_id`

/** Nothing comes back when the cart is somebody else's. */
export const WRITE_NOTE = `
  insert into customer_cart (id, cart_id, customer_id, state) values (?, ?, ?, ?)
  on conflict (cart_id) where deleted_at is null do update
    set state = excluded.state, updated_at = now()
    where customer_cart.customer_id = excluded.customer_id
  returning id`

/** For carts that a customer is seen with; says nothing where the cart is noted already. */
export const NOTE_IF_NEW = `
  insert into customer_cart (id, cart_id, customer_id, state) values (?, ?, ?, ?)
  on conflict (cart_id) where deleted_at is null do nothing`

export const COUNT = `
  select coalesce(sum(line.quantity), 0)::int as count, count(line.id)::int as lines
  from cart
  left join cart_line_item line
    on line.cart_id = cart.id and line.deleted_at is null and not ${feeLineSql("line")}
  where cart.id = ? and cart.deleted_at is null
  group by cart.id`

/** The lines of a cart; with a variant those of it, which no fee has. */
export const LINES = `
  select line.id from cart_line_item line
  where line.cart_id = ? and line.deleted_at is null
    and (?::text is null or line.variant_id = ?::text)`

/** Where a new cart is to be sold: as the customer's last one, else in the store's default or only region. */
export const REGION_FOR = `
  select coalesce(
    (select region.id from customer_cart note
       join cart on cart.id = note.cart_id
       join region on region.id = cart.region_id and region.deleted_at is null
      where note.customer_id = ? and note.deleted_at is null
      order by note.updated_at desc limit 1),
    (select region.id from store
       join region on region.id = store.default_region_id and region.deleted_at is null
      where store.deleted_at is null limit 1),
    (select min(region.id) from region where region.deleted_at is null having count(*) = 1)
  ) as id`
