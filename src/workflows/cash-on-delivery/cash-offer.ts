import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import { CASH_ON_DELIVERY_MODULE } from "../../modules/cash-on-delivery"
import { tooManyOpenOrders } from "../../modules/cash-on-delivery/claim"
import type CashOnDeliveryModuleService from "../../modules/cash-on-delivery/service"
import type {
  CashRefusal,
  StoreCashOnDelivery,
} from "../../types/cash-on-delivery"
import { CASH_ON_DELIVERY_PROVIDER } from "../../utils/cash-on-delivery"
import { amountAt } from "../../utils/place-amount"
import {
  type CashCart,
  isTaxInclusiveAt,
  readCashCart,
  worthOf,
} from "./cash-cart"

type Reason = { code: CashRefusal; message: string }

/**
 * Whether a cart may be paid on delivery now, why not, and what that costs. The number of open
 * orders is only a forecast: it is settled when the order is placed.
 *
 * @throws NOT_FOUND when there is no such cart
 */
export async function readCashOffer(
  container: MedusaContainer,
  cartId: string
): Promise<StoreCashOnDelivery> {
  const cart = await readCashCart(container, cartId)
  const options = featureOptions("cash-on-delivery")
  const amount = feeOf(cart)
  const reasons = [
    ...(await regionReasons(container, cart)),
    ...worthReasons(cart),
    ...(await customerReasons(container, cart)),
  ]
  return {
    provider_id: CASH_ON_DELIVERY_PROVIDER,
    is_allowed: reasons.length === 0,
    reasons,
    fee: amount
      ? { amount, is_tax_inclusive: await isTaxInclusiveAt(container, cart) }
      : null,
    minimum: amountAt(options.minimum, cart) ?? null,
    maximum: amountAt(options.maximum, cart) ?? null,
    currency_code: cart.currency_code,
  }
}

/** The fee for a cart, exact, in major units; undefined where it costs nothing. */
export function feeOf(
  cart: Pick<CashCart, "region_id" | "currency_code">
): string | undefined {
  const fee = amountAt(featureOptions("cash-on-delivery").fee, cart)
  return fee !== undefined && MathBN.gt(fee, 0) ? fee : undefined
}

/** What a shopper reads who chose it nevertheless. */
export const cashRefused = (reasons: { message: string }[]) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `Cash on delivery is not possible: ${reasons.map(({ message }) => message).join("; ")}`
  )

/** The admin decides where it is offered: in the settings of each region. */
async function regionReasons(
  container: MedusaContainer,
  { region_id }: CashCart
): Promise<Reason[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["payment_providers.id"],
    filters: { id: region_id ?? "" },
  })
  const [region] = data as { payment_providers?: ({ id: string } | null)[] }[]
  const isOffered = region?.payment_providers?.some(
    (provider) => provider?.id === CASH_ON_DELIVERY_PROVIDER
  )
  return isOffered
    ? []
    : [{ code: "not_offered", message: "it is not offered in this region" }]
}

function worthReasons(cart: CashCart): Reason[] {
  const { minimum, maximum } = featureOptions("cash-on-delivery")
  const worth = worthOf(cart)
  const currency = cart.currency_code.toUpperCase()
  const least = amountAt(minimum, cart)
  const most = amountAt(maximum, cart)
  const reasons: Reason[] = []
  if (least !== undefined && MathBN.lt(worth, least)) {
    const message = `the cart must be worth at least ${least} ${currency}`
    reasons.push({ code: "below_minimum", message })
  }
  if (most !== undefined && MathBN.gt(worth, most)) {
    const message = `the cart must be worth at most ${most} ${currency}`
    reasons.push({ code: "above_maximum", message })
  }
  return reasons
}

async function customerReasons(
  container: MedusaContainer,
  { customer, email }: CashCart
): Promise<Reason[]> {
  const account_id = customer?.has_account ? customer.id : null
  if (!account_id && !email) {
    const message = "the cart needs an e-mail address first"
    return [{ code: "email_missing", message }]
  }
  const { openOrders } = featureOptions("cash-on-delivery")
  const open = await container
    .resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)
    .countOpenOrders({ account_id, email: email?.toLowerCase() ?? null })
  return open < openOrders
    ? []
    : [{ code: "too_many_open_orders", message: tooManyOpenOrders(openOrders) }]
}
