import { CASH_ON_DELIVERY_PROVIDER } from "../../utils/cash-on-delivery"
import { feeLineSql } from "../../utils/fee-line"

const HAS_CASH_SESSION = `exists (
  select 1 from payment_session session
   where session.payment_collection_id = link.payment_collection_id and session.deleted_at is null
     and session.provider_id = '${CASH_ON_DELIVERY_PROVIDER}')`

const hasFee = (cartId: string) => `exists (
  select 1 from cart_line_item line
   where line.cart_id = ${cartId} and line.deleted_at is null and ${feeLineSql("line")})`

/** The cart that a payment collection pays, and what became of it. */
export const PAID_CART = `
  select link.cart_id, ${HAS_CASH_SESSION} as has_cash_session,
    ${hasFee("link.cart_id")} as has_fee,
    exists (select 1 from order_cart placed
      where placed.cart_id = link.cart_id and placed.deleted_at is null) as has_order
  from cart_payment_collection link
  where link.payment_collection_id = ? and link.deleted_at is null`

/** A fee without the choice that it follows from: Medusa drops a cart's sessions when its total changes. */
export const STRAY_FEE = `
  select 1 from cart
   where cart.id = ? and cart.completed_at is null and ${hasFee("cart.id")}
   and not exists (
     select 1 from cart_payment_collection link
      where link.cart_id = cart.id and link.deleted_at is null and ${HAS_CASH_SESSION})`

/** In whichever cart it stands: Medusa takes a line's id together with any cart's. */
export const FEE_IN_CART = `
  select 1 from cart_line_item line where line.id = ? and ${feeLineSql("line")}`

export const FEES_IN_ORDERS = `
  select line.id from order_line_item line
   where line.id in (select json_array_elements_text(?::json)) and ${feeLineSql("line")}`
