import { POST as completeInMedusa } from "@medusajs/medusa/api/store/carts/[id]/complete/route"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { isOff } from "../../../config/suite-options"
import { answerWithWinner } from "./answer-with-winner"
import { settleDeadCheckout } from "./settle-dead-checkout"

type Middleware = (
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
) => void

const through = (guard: Middleware, req: MedusaRequest, res: MedusaResponse) =>
  new Promise<void>((resolve, reject) => {
    guard(req, res, (error?: unknown) =>
      error ? reject(error as Error) : resolve()
    )
  })

/**
 * For routes that complete a cart in another way than by its path: answers as
 * `POST /store/carts/:id/complete` does, Medusa's own handler behind the suite's guards.
 */
export async function completeCart(
  req: MedusaRequest,
  res: MedusaResponse,
  cartId: string
): Promise<void> {
  // Where all of them look for the cart.
  Object.assign(req.params, { id: cartId })
  if (!isOff("checkout-guards")()) {
    await through(answerWithWinner, req, res)
  }
  if (!isOff("reconciliation")()) {
    await through(settleDeadCheckout, req, res)
  }
  await completeInMedusa(req as Parameters<typeof completeInMedusa>[0], res)
}
