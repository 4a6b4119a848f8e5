import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { checkDigitalFileWorkflow } from "../workflows/digital-products"

/** Looks at an uploaded file before anybody can buy it. */
export default defineTask({
  name: "digital-products-check",
  feature: "digital-products",
  payload: z.strictObject({ id: z.string() }),
  run: async (input, { container }) => {
    await checkDigitalFileWorkflow(container).run({ input })
  },
})
