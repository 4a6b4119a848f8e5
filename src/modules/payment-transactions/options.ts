import { z } from "@medusajs/framework/zod"

/** Options of the feature `payment-transactions`: none yet. */
export const paymentTransactionsOptionsSchema = z.strictObject({})

export type PaymentTransactionsOptions = z.infer<
  typeof paymentTransactionsOptionsSchema
>
