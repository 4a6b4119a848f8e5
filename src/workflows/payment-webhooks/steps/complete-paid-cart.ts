import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { errorLine } from "../../../utils/redact"
import { done, failed, retry, type Verdict } from "../verdict"

/** Trying again changes nothing about these: no stock, no shipping method. */
const PERMANENT: string[] = [
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_DATA,
]

/**
 * Looks whether the cart of a paid session has its order, because Medusa's workflow before it
 * passes over a completion that failed, and tries once more. Never throws: that would make the
 * workflow around it cancel the payment.
 */
export const completePaidCartStep = createStep(
  "complete-paid-cart",
  async ({ session_id: id }: { session_id: string }, { container }) => {
    try {
      return new StepResponse(await orderVerdict(container, id))
    } catch (error) {
      return new StepResponse(retry(errorLine(error)))
    }
  }
)

async function orderVerdict(
  container: MedusaContainer,
  sessionId: string
): Promise<Verdict> {
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions(
      { id: sessionId },
      { relations: ["payment", "payment.refunds"], take: 1 }
    )
  const payment = session?.payment
  if (!session || payment?.canceled_at) {
    return failed("The order could not be placed; the payment was given back")
  }
  const cartId = await findCart(container, session.payment_collection_id)
  // A payment of something else than a cart has no order to wait for.
  if (!cartId || (await hasOrder(container, cartId))) {
    return done()
  }
  return payment?.refunds?.length
    ? failed("The order could not be placed; the payment was refunded")
    : completeCart(container, cartId)
}

async function completeCart(
  container: MedusaContainer,
  cartId: string
): Promise<Verdict> {
  try {
    await completeCartWorkflow(container).run({ input: { id: cartId } })
    return done()
  } catch (error) {
    if (await hasOrder(container, cartId)) {
      return done()
    }
    const { type = "" } = error as { type?: string }
    const reason = `Paid, but the order could not be placed: ${errorLine(error)}`
    return PERMANENT.includes(type) ? failed(reason) : retry(reason)
  }
}

async function findCart(container: MedusaContainer, collectionId?: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: collectionId ?? "" },
  })
  return data[0]?.cart_id as string | undefined
}

async function hasOrder(container: MedusaContainer, cartId: string) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: cartId },
  })
  return data.length > 0
}
