import type { CoreTableObject } from "./core-table-objects"
import { ORDER_CART_OBJECTS } from "./order-cart"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = [...ORDER_CART_OBJECTS]
