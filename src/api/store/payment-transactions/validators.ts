import { z } from "@medusajs/framework/zod"
import { paging } from "../../../utils/input"

/** An order has few payments: all of them, and nothing to choose. */
export const StoreGetOrderPayments = z.strictObject({})

export const StoreGetCustomerPayments = z.strictObject(paging(20))
export type StoreGetCustomerPaymentsType = z.infer<
  typeof StoreGetCustomerPayments
>
