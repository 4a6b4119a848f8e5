import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"
import { cashStateOf } from "../cash-state"

const REFUSALS = {
  canceled: "it was canceled",
  nothing_owed: "it owes nothing",
} as const

/** Finds an order whose cash can be collected; one that is collected already is no error. */
export const validateCashOrderStep = createStep(
  "validate-cash-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const order = await container
      .resolve<CashOnDeliveryModuleService>(CASH_ON_DELIVERY_MODULE)
      .findCashOrder(order_id)
    if (!order) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Order with id ${order_id} to be paid on delivery was not found`
      )
    }
    const state = cashStateOf(order)
    if (state === "canceled" || state === "nothing_owed") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The cash of the order cannot be collected: ${REFUSALS[state]}`
      )
    }
    return new StepResponse({ order, is_open: state !== "collected" })
  }
)
