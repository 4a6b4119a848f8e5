import { CORE_TABLE_OBJECTS } from "../../../core-tables"
import { ok, type Sql, type StoreCheck, warning } from "../finding"

const RECORD = "commerce_suite.core_table_object"

/** Before the first start there is not even the record. */
async function presentObjects(sql: Sql): Promise<Set<string>> {
  const [record] = await sql<{ exists: boolean }>(
    "select to_regclass(?) is not null as exists",
    [RECORD]
  )
  const rows = record?.exists
    ? await sql<{ name: string }>(`select name from ${RECORD}`)
    : []
  return new Set(rows.map(({ name }) => name))
}

/** Triggers and indexes on Medusa's tables; the queue's start puts them there. */
export const coreTableObjects: StoreCheck = {
  name: "core-table-objects",
  examine: async ({ suite }, sql) => {
    const wanted = CORE_TABLE_OBJECTS.filter(
      ({ feature }) => suite[feature] !== false
    )
    const present = await presentObjects(sql)
    const missing = wanted.filter(({ name }) => !present.has(name))
    return missing.length === 0
      ? ok(`${wanted.length} in place`)
      : warning(
          `missing on Medusa's tables: ${missing.map(({ name }) => name).join(", ")}`,
          "start the store: they are put in place within a minute, or the log says what stands against them"
        )
  },
}
