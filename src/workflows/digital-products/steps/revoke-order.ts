import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISPUTED } from "../../../modules/digital-products/grants-sql"
import type { RevokedUnits } from "../../../modules/digital-products/service"
import type { Fact } from "../../../utils/facts"
import { type DigitalOrder, readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"
import { type RefundedLine, refundedUnits } from "../refunded-units"
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
    { select: ["id", "line_item_id", "status", "revoked_reason"], take: null }
  )
  if (!refund || grants.length === 0) {
    return []
  }
  const units = refundedUnits({
    ...{ amount: refund.amount, currency_code: order.currency_code },
    shipping_total: order.shipping_total,
    lines: refundedLines(order, grants),
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

type Grant = {
  line_item_id: string
  status: string
  revoked_reason: string | null
}

/** What a dispute has taken may still be refunded. */
const isThere = ({ status, revoked_reason }: Grant) =>
  status === "active" || revoked_reason === DISPUTED

/** Digital lines are those with grants, also when their variant is digital no longer, or the order lost them. */
function refundedLines(order: DigitalOrder, grants: Grant[]): RefundedLine[] {
  const granted = [...new Set(grants.map(({ line_item_id: id }) => id))]
  const known = order.lines.map(({ id }) => id)
  const lost = granted.filter((id) => !known.includes(id))
  return [
    ...order.lines,
    ...lost.map((id) => ({ id, quantity: 0, returned: 0, unit_total: 0 })),
  ].map((line) => {
    const own = grants.filter(({ line_item_id }) => line_item_id === line.id)
    const active = own.filter(isThere).length
    return {
      ...line,
      ...{ is_digital: own.length > 0, active, revoked: own.length - active },
      returned: line.returned + Math.max(0, own.length - line.quantity),
    }
  })
}
