import { z } from "@medusajs/framework/zod"
import { actAs } from "../utils/actor-context"
import { defineTask } from "../utils/define-task"
import { workOffPaymentWebhook } from "../workflows/payment-webhooks/work-off-payment-webhook"

/** Works off one stored webhook of a payment gateway. */
export default defineTask({
  name: "payment-webhooks-process",
  feature: "payment-webhooks",
  payload: z.strictObject({ id: z.string() }),
  run: ({ id }, context) =>
    actAs({ cause: "webhook" }, () => workOffPaymentWebhook(id, context)),
})
