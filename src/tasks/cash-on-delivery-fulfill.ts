import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { fulfillFeeWorkflow } from "../workflows/cash-on-delivery"

export default defineTask({
  name: "cash-on-delivery-fulfill",
  feature: "cash-on-delivery",
  facts: ["order.fulfillment_created", "shipment.created", "delivery.created"],
  payload: factPayload,
  run: async ({ order_id, subject_id }, { container }) => {
    await fulfillFeeWorkflow(container).run({
      input: { order_id, fulfillment_id: subject_id },
    })
  },
})
