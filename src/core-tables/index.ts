import type { CoreTableObject } from "./core-table-objects"
import { FACTS_OBJECTS } from "./facts"

/** All that the suite keeps on Medusa's own tables. */
export const CORE_TABLE_OBJECTS: CoreTableObject[] = [...FACTS_OBJECTS]
