import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import {
  emptyUploads,
  forgetGivenUp,
} from "../workflows/digital-products/prune-uploads"

/** Forgets files whose upload was given up, and what was uploaded after its file was looked at; each night. */
export default defineTask({
  name: "digital-products-prune",
  feature: "digital-products",
  cron: "41 3 * * *",
  payload: z.strictObject({}),
  run: async (_, { container, now }) => {
    await forgetGivenUp(container, now)
    await emptyUploads(container, now)
  },
})
