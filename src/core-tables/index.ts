import type { CoreTableObject } from "./core-table-objects"
import { DIGITAL_PRODUCTS_OBJECTS } from "./digital-products"
import { FACTS_OBJECTS } from "./facts"
import { ORDER_CART_OBJECTS } from "./order-cart"
import { PAYMENT_TRANSACTION_OBJECTS } from "./payment-transactions"
import { PAYMENT_WEBHOOKS_OBJECTS } from "./payment-webhooks"
import { RAZORPAY_OBJECTS } from "./razorpay"
import { SESSIONS_OBJECTS } from "./sessions"
import { SIGN_IN_OBJECTS } from "./sign-in"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = [
  ...DIGITAL_PRODUCTS_OBJECTS,
  ...FACTS_OBJECTS,
  ...ORDER_CART_OBJECTS,
  ...PAYMENT_TRANSACTION_OBJECTS,
  ...PAYMENT_WEBHOOKS_OBJECTS,
  ...RAZORPAY_OBJECTS,
  ...SESSIONS_OBJECTS,
  ...SIGN_IN_OBJECTS,
]
