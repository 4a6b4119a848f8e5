import { z } from "@medusajs/framework/zod"
import { isOff } from "../config/suite-options"
import { defineTask } from "../utils/define-task"
import { queueMessageWorkflow } from "../workflows/messages"

/** Tells the buyer that the downloads are there: one mail for what was granted together. */
export default defineTask({
  name: "digital-products-notify",
  feature: "digital-products",
  payload: z.strictObject({ order_id: z.string(), cause: z.string() }),
  run: async ({ order_id, cause }, { container }) => {
    if (isOff("messages")()) {
      return
    }
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", template: "downloads-ready" },
        ...{ subject_id: order_id, order_id },
        idempotency_key: `${cause}:downloads-ready`,
        cause: "digital_products.granted",
      },
    })
  },
})
