import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { closeCashOrderWorkflow } from "../workflows/cash-on-delivery"

export default defineTask({
  name: "cash-on-delivery-close",
  feature: "cash-on-delivery",
  facts: ["payment.captured", "order.canceled"],
  payload: factPayload,
  run: async ({ order_id }, { container }) => {
    await closeCashOrderWorkflow(container).run({ input: { order_id } })
  },
})
