import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { announceToBuyers } from "../workflows/digital-products/announce-to-buyers"

/** Tells past buyers of a new version, some of them at a time. */
export default defineTask({
  name: "digital-products-announce",
  feature: "digital-products",
  payload: z.strictObject({ file_id: z.string(), after: z.string() }),
  run: async (input, { container }) => {
    await announceToBuyers(container, input)
  },
})
