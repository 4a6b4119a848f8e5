import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"
import type { PaidCart } from "../../../modules/cash-on-delivery/service"
import { CASH_ON_DELIVERY_PROVIDER } from "../../../utils/cash-on-delivery"
import { updateCashOnDeliveryFeeWorkflow } from "../../../workflows/cash-on-delivery"
import {
  cashRefused,
  readCashOffer,
} from "../../../workflows/cash-on-delivery/cash-offer"
import { holdCart } from "./hold-cart"

const refused = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

const cashOf = (req: MedusaRequest) =>
  req.scope.resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)

/**
 * Before Medusa makes a payment session: the cart gets the fee or loses it, so that the session
 * is made for what the cart then costs. Sessions of one cart are made one after another.
 */
export async function letFeeFollowChoice(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { provider_id: provider } = (req.body ?? {}) as Record<string, unknown>
  const collectionId = req.params.id ?? ""
  const isChosen = provider === CASH_ON_DELIVERY_PROVIDER
  const cart = await cashOf(req).findPaidCart(collectionId)
  if (!cart) {
    if (isChosen) {
      throw refused("Cash on delivery is for carts only")
    }
    return next()
  }
  await holdCart({ req, res, next }, cart.cart_id, async () => {
    const now = (await cashOf(req).findPaidCart(collectionId)) ?? cart
    refuseAfterOrder(now, isChosen)
    const mayChange = isChosen || now.has_fee
    if (mayChange && !now.has_order) {
      await settleFee(req, cart.cart_id, isChosen)
    }
  })
}

/** Medusa would delete the session that the order's cash is collected with. */
function refuseAfterOrder(cart: PaidCart, isChosen: boolean) {
  if (cart.has_order && (isChosen || cart.has_cash_session)) {
    throw refused("The order is placed; how it is paid can no longer be chosen")
  }
}

async function settleFee(
  req: MedusaRequest,
  cart_id: string,
  isChosen: boolean
) {
  const offer = isChosen ? await readCashOffer(req.scope, cart_id) : undefined
  const is_chosen = offer?.is_allowed === true
  await updateCashOnDeliveryFeeWorkflow(req.scope).run({
    input: { cart_id, is_chosen },
  })
  if (offer && !is_chosen) {
    throw cashRefused(offer.reasons)
  }
}
