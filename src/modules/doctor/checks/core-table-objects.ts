import { CORE_TABLE_OBJECTS } from "../../../core-tables"
import { ok, type StoreCheck, warning } from "../finding"

const WHERE = "select name from commerce_suite.core_table_object"

/** Triggers and indexes on Medusa's tables; the queue's start puts them there. */
export const coreTableObjects: StoreCheck = {
  name: "core-table-objects",
  examine: async ({ suite }, sql) => {
    const wanted = CORE_TABLE_OBJECTS.filter(
      ({ feature }) => suite[feature] !== false
    )
    const rows = await sql<{ name: string }>(WHERE)
    const present = new Set(rows.map(({ name }) => name))
    const missing = wanted.filter(({ name }) => !present.has(name))
    return missing.length === 0
      ? ok(`${wanted.length} in place`)
      : warning(
          `missing on Medusa's tables: ${missing.map(({ name }) => name).join(", ")}`,
          "start the store: they are put in place within a minute, or the log says what stands against them"
        )
  },
}
