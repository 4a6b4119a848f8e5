import { z } from "@medusajs/framework/zod"

const MESSAGE = "must be a whole number from 1024 to 10485760"

/** Options of the feature `payment-webhooks`. */
export const paymentWebhooksOptionsSchema = z.strictObject({
  /**
   * The largest body that a gateway may send, in bytes, 1 kB to 10 MB; a larger one is answered with 413.
   * @default 524288
   */
  maxBodyBytes: z
    .number(MESSAGE)
    .int(MESSAGE)
    .min(1024, MESSAGE)
    .max(10_485_760, MESSAGE)
    .default(524_288),
})

export type PaymentWebhooksOptions = z.infer<
  typeof paymentWebhooksOptionsSchema
>
