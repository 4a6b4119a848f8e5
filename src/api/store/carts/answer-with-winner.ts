import { setTimeout as sleep } from "node:timers/promises"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CHECKOUT_GUARDS_MODULE } from "../../../modules/checkout-guards"
import type CheckoutGuardsModuleService from "../../../modules/checkout-guards/service"

const POLL_MS = 200
/** A winner links its order to the cart before it asks the gateway. */
const WAIT_FOR_PAYMENT_MS = 10_000
/** Turned away at the door: the winner is inside. */
const WAIT_FOR_WINNER_MS = 5_000
/** Refused by Medusa: mostly without a winner, and should be told soon. */
const GRACE_MS = 300

type Scope = MedusaRequest["scope"]

/** Medusa answers 200 with the cart when its payment needs more of the shopper. */
const isFailure = (status: number, body: unknown) =>
  (status >= 400 && status !== 404) ||
  (body as { type?: unknown } | null)?.type === "cart"

function patienceFor(status: number): number {
  if (status === 409 || status >= 500) {
    return WAIT_FOR_WINNER_MS
  }
  return status >= 400 ? GRACE_MS : 0
}

/** The order of whoever completed the cart at the same time, once its payment is decided. */
async function waitForWinner(scope: Scope, cartId: string, status: number) {
  const guards = scope.resolve<CheckoutGuardsModuleService>(
    CHECKOUT_GUARDS_MODULE
  )
  const since = Date.now()
  for (;;) {
    const placed = await guards.findPlacedOrder(cartId)
    if (placed?.isSettled) {
      return placed
    }
    const limit = placed ? WAIT_FOR_PAYMENT_MS : patienceFor(status)
    if (Date.now() - since >= limit) {
      return undefined
    }
    await sleep(POLL_MS)
  }
}

async function readWinner(req: MedusaRequest, cartId: string, status: number) {
  const placed = await waitForWinner(req.scope, cartId, status)
  if (!placed) {
    return undefined
  }
  if (!placed.isCartCompleted) {
    const carts = req.scope.resolve(Modules.CART)
    await carts.updateCarts(cartId, { completed_at: new Date() })
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: req.queryConfig.fields,
    filters: { id: placed.orderId },
  })
  return data[0]
}

/**
 * Of requests that complete one cart at once, one wins; the others fail inside Medusa's route, in
 * several ways. They answer with the winner's order, as they would a moment later.
 */
export function answerWithWinner(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const answer = res.json.bind(res)
  const cartId = req.params.id ?? ""
  res.json = (body) => {
    res.json = answer
    if (!isFailure(res.statusCode, body)) {
      return answer(body)
    }
    readWinner(req, cartId, res.statusCode).then(
      (order) =>
        order ? res.status(200).json({ type: "order", order }) : answer(body),
      () => answer(body)
    )
    return res
  }
  next()
}
