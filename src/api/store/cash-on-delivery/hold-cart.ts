import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"

/** Longer than any change of a cart; an order that is being placed may take more. */
const PATIENCE_SECONDS = 15
/** A handler that never answers must not keep the cart for good. */
const LIMIT_MS = 60_000

type Turn = {
  req: MedusaRequest
  res: MedusaResponse
  next: MedusaNextFunction
}

/**
 * Holds a cart's lock, which Medusa's own workflows take, too, from the preparation until the
 * route behind this middleware has answered: what the route reads is what was prepared.
 */
export async function holdCart(
  { req, res, next }: Turn,
  cartId: string,
  prepare: () => Promise<void>
): Promise<void> {
  let hasTurn = false
  let isHandedOver = false
  const locking = req.scope.resolve(Modules.LOCKING)
  try {
    await locking.execute(
      cartId,
      async () => {
        hasTurn = true
        await prepare()
        const answered = untilAnswered(res)
        isHandedOver = true
        next()
        await answered
      },
      { timeout: PATIENCE_SECONDS }
    )
  } catch (error) {
    // From then on the answer is the route's.
    if (!isHandedOver) {
      next(hasTurn ? error : busy())
    }
  }
}

/** Also when the shopper is gone: the handler goes on, and ends its answer. */
function untilAnswered(res: MedusaResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LIMIT_MS)
    const end = res.end.bind(res) as (...given: unknown[]) => MedusaResponse
    res.end = ((...given: unknown[]) => {
      clearTimeout(timer)
      resolve()
      return end(...given)
    }) as typeof res.end
  })
}

const busy = () =>
  new MedusaError(
    MedusaError.Types.CONFLICT,
    "The cart is being changed by another request; try again"
  )
