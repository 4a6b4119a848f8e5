import { z } from "@medusajs/framework/zod"
import { isOff } from "../config/suite-options"
import { defineTask } from "../utils/define-task"
import { queueMessageWorkflow } from "../workflows/messages"
import { toMerchant } from "../workflows/messages/to-merchant"

/** Tells the merchant that few licence keys are left: one mail to each address for each time that a pool falls low. */
export default defineTask({
  name: "digital-products-warn",
  feature: "digital-products",
  payload: z.strictObject({
    digital_product_id: z.string(),
    since: z.string(),
  }),
  run: async ({ digital_product_id: id, since }, { container, logger }) => {
    logger.warn(`[digital-products] few licence keys are left for ${id}`)
    const messages = isOff("messages")()
      ? []
      : toMerchant({
          ...{ channel: "email", template: "licence-keys-low" },
          ...{ subject_id: id, order_id: null },
          idempotency_key: `licence_keys.low:${id}:${since}`,
          cause: "licence_keys.low",
        })
    for (const input of messages) {
      await queueMessageWorkflow(container).run({ input })
    }
  },
})
