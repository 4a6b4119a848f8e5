import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CASH_ON_DELIVERY_MODULE } from "../../../modules/cash-on-delivery"
import type CashOnDeliveryModuleService from "../../../modules/cash-on-delivery/service"

export type ParcelInput = { order_id: string; fulfillment_id: string }

/**
 * Brings an order's fee as far as the parcel it goes with, from wherever it stands. Medusa itself
 * takes it along from there: it ships, delivers and cancels all that is in a parcel. Not undone:
 * a part of it done is a step on the way, which the next run finishes.
 */
export const followParcelStep = createStep(
  "follow-parcel",
  async ({ order_id, fulfillment_id }: ParcelInput, { container }) => {
    const cash = container.resolve<CashOnDeliveryModuleService>(
      CASH_ON_DELIVERY_MODULE
    )
    const orders = container.resolve(Modules.ORDER)
    const fees = await cash.listFeesOfParcel(fulfillment_id)
    for (const fee of fees) {
      const change = {
        order_id,
        reference: Modules.FULFILLMENT,
        reference_id: fulfillment_id,
        items: [{ id: fee.id, quantity: 1 }],
      }
      if (fee.is_unfulfilled) {
        if (!fee.is_in_parcel) {
          await cash.putIntoParcel(fee, fulfillment_id)
        }
        await orders.registerFulfillment(change)
      } else if (!fee.is_in_parcel) {
        continue
      }
      if (fee.is_shipment_missing) {
        await orders.registerShipment(change)
      }
      if (fee.is_delivery_missing) {
        await orders.registerDelivery(change)
      }
    }
    return new StepResponse(undefined)
  }
)
