import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"
import { updateCashOnDeliveryFeeWorkflow } from "../../../workflows/cash-on-delivery"

type Body = Record<string, unknown>

const cashOf = (req: MedusaRequest) =>
  req.scope.resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)

/**
 * After a change of a cart: Medusa drops payment sessions that no longer fit, and with the choice
 * goes the fee, in the same answer. Where that fails, the next choice of a payment mends it, and
 * without one no cart is completed.
 */
export function dropStrayFee(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const answer = res.json.bind(res)
  res.json = (body) => {
    res.json = answer
    if (res.statusCode >= 400) {
      return answer(body)
    }
    withoutStrayFee(req, body as Body).then(answer, (error: Error) => {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`[cash-on-delivery] a fee stays for now: ${error.message}`)
      answer(body)
    })
    return res
  }
  next()
}

async function withoutStrayFee(req: MedusaRequest, body: Body): Promise<Body> {
  const cartId = req.params.id ?? ""
  if (!(await cashOf(req).hasStrayFee(cartId))) {
    return body
  }
  await req.scope.resolve(Modules.LOCKING).execute(cartId, async () => {
    // Cash on delivery may have been chosen anew in the meantime.
    if (await cashOf(req).hasStrayFee(cartId)) {
      await updateCashOnDeliveryFeeWorkflow(req.scope).run({
        input: { cart_id: cartId, is_chosen: false },
      })
    }
  })
  const cart = await readCart(req, cartId)
  const place = ["cart", "parent"].find((name) => name in body)
  return place ? { ...body, [place]: cart } : body
}

async function readCart(req: MedusaRequest, id: string): Promise<unknown> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { fields } = req.queryConfig
  const { data } = await query.graph({
    entity: "cart",
    fields,
    filters: { id },
  })
  return data[0]
}
