import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"

const refused = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message)

const cashOf = (req: MedusaRequest) =>
  req.scope.resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)

/** The fee follows from the payment method: no shopper changes or deletes it, in whichever cart's name. */
export async function guardFeeInCart(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  if (await cashOf(req).isFeeInCart(req.params.line_id ?? "")) {
    throw refused(
      "The cash on delivery fee follows from the payment method and cannot be changed"
    )
  }
  next()
}

/** Nor is it sent back: the merchant gives it back with a refund, or does not. */
export async function guardFeeInOrder(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { items } = (req.body ?? {}) as { items?: unknown }
  const ids = (Array.isArray(items) ? (items as unknown[]) : [])
    .map((item) => (item as { id?: unknown } | null)?.id)
    .filter((id) => typeof id === "string")
  if (ids.length > 0 && (await cashOf(req).isAnyFeeInOrders(ids))) {
    throw refused("items: the cash on delivery fee cannot be returned")
  }
  next()
}
