import type { CoreTableObject } from "./core-table-objects"

/** Webhooks and Checkout's results name the order at Razorpay, which the session's data holds. */
export const RAZORPAY_OBJECTS: CoreTableObject[] = [
  {
    name: "payment_session_razorpay_order",
    feature: "razorpay",
    create: `create index if not exists "IDX_suite_payment_session_razorpay_order"
      on payment_session ((data ->> 'id'))
      where deleted_at is null and provider_id in ('pp_razorpay_razorpay', 'pp_razorpay_simulator')`,
    remove: `drop index if exists "IDX_suite_payment_session_razorpay_order"`,
  },
]
