import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { fulfillDigitalLinesWorkflow } from "../workflows/digital-products"

/** What was granted is fulfilled. */
export default defineTask({
  name: "digital-products-fulfill",
  feature: "digital-products",
  payload: z.strictObject({ order_id: z.string() }),
  run: async (input, { container }) => {
    await fulfillDigitalLinesWorkflow(container).run({ input })
  },
})
