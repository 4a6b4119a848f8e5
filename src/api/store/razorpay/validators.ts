import { z } from "@medusajs/framework/zod"
import { id } from "../../../utils/input"

const razorpayId = (prefix: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}_\\w{1,40}$`),
      `must be an id of Razorpay that begins with ${prefix}_`
    )

/** What Checkout hands to its handler; the cart is optional, because the order names it. */
export const StoreVerifyRazorpay = z.strictObject({
  cart_id: id.optional(),
  razorpay_payment_id: razorpayId("pay"),
  razorpay_order_id: razorpayId("order"),
  razorpay_signature: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "must be 64 hexadecimal digits"),
})
export type StoreVerifyRazorpayType = z.infer<typeof StoreVerifyRazorpay>
