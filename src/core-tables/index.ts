import type { CoreTableObject } from "./core-table-objects"
import { paymentWebhooksObjects } from "./payment-webhooks"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = [...paymentWebhooksObjects]
