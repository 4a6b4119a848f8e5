import type { CoreTableObject } from "./core-table-objects"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = []
