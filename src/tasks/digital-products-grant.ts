import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { grantOrderWorkflow } from "../workflows/digital-products"

/** Gives the buyer what was paid for; an order of nothing is paid when it is placed. */
export default defineTask({
  name: "digital-products-grant",
  feature: "digital-products",
  facts: ["order.placed", "payment.captured"],
  payload: factPayload,
  run: async ({ order_id, fact_id }, { container }) => {
    await grantOrderWorkflow(container).run({
      input: { order_id, cause: fact_id },
    })
  },
})
