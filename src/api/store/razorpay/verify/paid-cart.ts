import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { paymentProvider } from "../../../../utils/payment-provider"
import { cartsOf } from "../../../../workflows/customer-carts/service-of"
import type { StoreVerifyRazorpayType } from "../validators"

type Row = {
  provider_id: string
  data: Record<string, unknown>
  cart_id: string
}

/** The part of the provider that knows its own signatures. */
type VerifiesResults = {
  isPaidBy: (
    data: Record<string, unknown>,
    result: { paymentId: string; signature: string }
  ) => boolean
}

/** The index for it is in src/core-tables/razorpay.ts. */
const CART_OF_ORDER = `
  select ps.provider_id, ps.data, cpc.cart_id
    from payment_session ps
    join cart_payment_collection cpc
      on cpc.payment_collection_id = ps.payment_collection_id and cpc.deleted_at is null
    join cart on cart.id = cpc.cart_id and cart.deleted_at is null
   where ps.deleted_at is null and ps.data ->> 'id' = ?
     and ps.provider_id in ('pp_razorpay_razorpay', 'pp_razorpay_simulator')
   limit 1`

/** Another customer's cart is answered like one that does not exist. */
function notFound(orderId: string) {
  return new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `No cart waits for the payment of ${orderId}; money that came for it is given back`
  )
}

function holds(
  container: MedusaContainer,
  { provider_id, data }: Row,
  result: StoreVerifyRazorpayType
): boolean {
  const provider = paymentProvider(container, provider_id)
  return (
    provider !== undefined &&
    "isPaidBy" in provider &&
    (provider as VerifiesResults).isPaidBy(data, {
      paymentId: result.razorpay_payment_id,
      signature: result.razorpay_signature,
    })
  )
}

/**
 * The cart that a result of Checkout is about: found by the order that the store itself has
 * stored, which is also what the signature is checked against.
 *
 * @returns the cart's id
 * @throws NOT_FOUND for no cart, another than the given one, or another customer's
 * @throws INVALID_DATA when the signature does not hold
 */
export async function findPaidCart(
  container: MedusaContainer,
  {
    result,
    customerId,
  }: { result: StoreVerifyRazorpayType; customerId: string | undefined }
): Promise<string> {
  const { razorpay_order_id: orderId, cart_id } = result
  const connection = container.resolve<Knex>(
    ContainerRegistrationKeys.PG_CONNECTION
  )
  const { rows } = await connection.raw<{ rows: Row[] }>(CART_OF_ORDER, [
    orderId,
  ])
  const [row] = rows
  if (!row || (cart_id && cart_id !== row.cart_id)) {
    throw notFound(orderId)
  }
  if (!holds(container, row, result)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Invalid request: razorpay_signature: does not hold for this order and payment"
    )
  }
  if (await isAnothers(container, row.cart_id, customerId)) {
    throw notFound(orderId)
  }
  return row.cart_id
}

/** With customers' carts switched off a cart is whoever's has its id, whatever was noted before. */
async function isAnothers(
  container: MedusaContainer,
  cartId: string,
  customerId: string | undefined
): Promise<boolean> {
  if (isOff("customer-carts")()) {
    return false
  }
  const cart = await cartsOf(container).findGuardedCart(cartId)
  return Boolean(cart?.owner_id) && cart?.owner_id !== customerId
}
