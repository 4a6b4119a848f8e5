import { z } from "@medusajs/framework/zod"
import { defineTask } from "../utils/define-task"
import { digitalOf, filesOf } from "../workflows/digital-products/service-of"

const DAY_MS = 86_400_000

/** Forgets files whose upload was given up, each night. */
export default defineTask({
  name: "digital-products-prune",
  feature: "digital-products",
  cron: "41 3 * * *",
  payload: z.strictObject({}),
  run: async (_, { container, now }) => {
    const left = await digitalOf(container).listDigitalFiles(
      {
        status: "uploading",
        created_at: { $lt: new Date(now.getTime() - DAY_MS) },
      },
      { take: 500, select: ["id", "storage_key"] }
    )
    for (const { id, storage_key } of left) {
      await filesOf(container).delete(storage_key)
      await digitalOf(container).softDeleteDigitalFiles(id)
    }
  },
})
