import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RevokedUnits } from "../../../modules/digital-products/service"
import type { Fact } from "../../../utils/facts"
import { type DigitalOrder, readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"
import { refundedUnits } from "../refunded-units"
import { digitalOf } from "../service-of"
import { grantPaid } from "./grant-order"

/** Not undone: the money went back. */
export const revokeOrderStep = createStep(
  "revoke-order",
  async (fact: Fact, { container }) => {
    if (!(await digitalOf(container).isDigital(fact.order_id))) {
      return new StepResponse(0)
    }
    const ids = await inOrdersTurn(container, fact.order_id, () =>
      revokeFor(container, fact)
    )
    return new StepResponse(ids.length)
  }
)

async function revokeFor(container: MedusaContainer, fact: Fact) {
  const order = await readDigitalOrder(container, fact.order_id)
  // Facts come in no promised order: what was paid for is there before it is taken away.
  await grantPaid(container, order, fact.fact_id)
  const units =
    fact.name === "order.canceled" ||
    order.is_canceled ||
    order.is_refunded_in_full
      ? "all"
      : await unitsOfRefund(container, order, fact.subject_id)
  const isRefund = fact.name === "payment.refunded"
  return digitalOf(container).revokeUnits(
    fact.order_id,
    units,
    {
      reason: isRefund ? "refunded" : "canceled",
      by: fact.subject_id,
      now: new Date(),
    },
    fact
  )
}

async function unitsOfRefund(
  container: MedusaContainer,
  order: DigitalOrder,
  refundId: string
): Promise<RevokedUnits> {
  const refund = order.refunds.find(({ id }) => id === refundId)
  const grants = await digitalOf(container).listDigitalGrants(
    { order_id: order.id },
    { select: ["id", "line_item_id", "status"], take: null }
  )
  if (!refund || grants.length === 0) {
    return []
  }
  const count = (line: string, status: string) =>
    grants.filter(
      (grant) => grant.line_item_id === line && grant.status === status
    ).length
  const units = refundedUnits({
    ...{ amount: refund.amount, currency_code: order.currency_code },
    shipping_total: order.shipping_total,
    lines: order.lines.map((line) => ({
      ...line,
      // Also when its variant is digital no longer.
      is_digital: grants.some(({ line_item_id }) => line_item_id === line.id),
      active: count(line.id, "active"),
      revoked: count(line.id, "revoked"),
    })),
  })
  if (units.length === 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(
        `[digital-products] the refund ${refundId} of order ${order.id} is for no certain unit: downloads stay, an admin may revoke them`
      )
  }
  return units
}
