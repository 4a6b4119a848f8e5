import { z } from "@medusajs/framework/zod"
import { paging } from "../../../utils/list-input"

/** Few orders have more, but a shopper may begin to pay as often as they like. */
export const StoreGetOrderPayments = z.strictObject(paging(100))
export type StoreGetOrderPaymentsType = z.infer<typeof StoreGetOrderPayments>

export const StoreGetCustomerPayments = z.strictObject(paging(20))
export type StoreGetCustomerPaymentsType = z.infer<
  typeof StoreGetCustomerPayments
>
