import { defineTask } from "../utils/define-task"
import { factPayload } from "../utils/facts"
import { revokeOrderWorkflow } from "../workflows/digital-products"

/** Takes away what the money went back for. */
export default defineTask({
  name: "digital-products-revoke",
  feature: "digital-products",
  facts: ["payment.refunded", "order.canceled"],
  payload: factPayload,
  run: async (fact, { container }) => {
    await revokeOrderWorkflow(container).run({ input: fact })
  },
})
