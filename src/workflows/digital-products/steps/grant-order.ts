import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../../config/suite-options"
import { type DigitalOrder, readDigitalOrder } from "../digital-order"
import { inOrdersTurn } from "../in-orders-turn"
import { digitalOf } from "../service-of"

export type GrantOrderInput = { order_id: string; cause: string }

/** Not undone: what was paid for is the buyer's. */
export const grantOrderStep = createStep(
  "grant-order",
  async (input: GrantOrderInput, { container }) => {
    // Most orders have nothing digital, and each is asked about.
    if (!(await digitalOf(container).isDigital(input.order_id))) {
      return new StepResponse(0)
    }
    const count = await inOrdersTurn(container, input.order_id, async () =>
      grantPaid(
        container,
        await readDigitalOrder(container, input.order_id),
        input.cause
      )
    )
    return new StepResponse(count)
  }
)

/** In the order's turn. @returns how many units were granted now */
export async function grantPaid(
  container: MedusaContainer,
  order: DigitalOrder,
  cause: string
): Promise<number> {
  const { is_canceled, is_paid, is_refunded_in_full } = order
  if (is_canceled || !is_paid || is_refunded_in_full) {
    return 0
  }
  const { granted, without_key } = await digitalOf(container).grantUnits(
    unitsOf(order),
    {
      now: new Date(),
      secret: suiteSecret(),
      cause,
    }
  )
  if (without_key > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `[digital-products] order ${order.id}: ${without_key} unit(s) wait for a licence key, the pool is empty`
      )
  }
  return granted.length
}

const unitsOf = ({ id: order_id, lines }: DigitalOrder) =>
  lines.flatMap(({ id, digital_product_id, title, quantity }) =>
    digital_product_id
      ? Array.from({ length: quantity }, (_, index) => ({
          ...{ digital_product_id, order_id, line_item_id: id, title },
          unit: index + 1,
        }))
      : []
  )
