import { type AccessRow, everyStorefront } from "../access.table"

/** Whose cart it is decides here, not who calls: see verify.spec.ts. Nobody's payment is found by an unknown order. */
export const razorpayAccess = (): AccessRow[] => [
  {
    method: "POST",
    route: "/store/razorpay/verify",
    expected: everyStorefront(404),
    prepare: async () => ({
      body: {
        razorpay_payment_id: "pay_00000000000000",
        razorpay_order_id: "order_00000000000000",
        razorpay_signature: "0".repeat(64),
      },
    }),
  },
]
