import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISPUTED } from "../../../modules/digital-products/grants-sql"
import { readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"
import { digitalOf } from "../service-of"
import { grantPaid } from "./grant-order"

export type DisputeInput = {
  payment_id: string
  gateway_dispute_id: string
  /** The gateway's word. */
  status: string
}

/** The shopper's bank asks, and has taken nothing. */
const INQUIRY = /^(?:warning|inquiry)_/
const WON = /^(?:won|closed_won|reversed)$/

/** Not undone: the gateway tells when it ends. */
export const settleDisputeStep = createStep(
  "settle-dispute",
  async (
    { payment_id, gateway_dispute_id: by, status }: DisputeInput,
    { container }
  ) => {
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "payment",
      fields: ["id", "payment_collection.order.id"],
      filters: { id: payment_id },
    })
    const [payment] = data as unknown as {
      payment_collection?: { order?: { id: string } | null } | null
    }[]
    const orderId = payment?.payment_collection?.order?.id
    if (!orderId || INQUIRY.test(status)) {
      return new StepResponse(0)
    }
    const service = digitalOf(container)
    if (!(await service.isDigital(orderId))) {
      return new StepResponse(0)
    }
    const count = await inOrdersTurn(container, orderId, async () => {
      const revocation = { reason: DISPUTED, by, now: new Date() }
      const fact = { fact_id: `payment.disputed:${by}` }
      // A webhook may overtake the grants: what was paid for is there before it is taken away.
      await grantPaid(
        container,
        await readDigitalOrder(container, orderId),
        fact.fact_id
      )
      if (WON.test(status)) {
        // Webhooks overtake each other: one that tells of the beginning then takes nothing any more.
        await service.revokeUnits(orderId, [], revocation, fact)
        return service.restoreUnits(orderId, by, "dispute won")
      }
      const ids = await service.revokeUnits(orderId, "all", revocation, fact)
      return ids.length
    })
    return new StepResponse(count)
  }
)
