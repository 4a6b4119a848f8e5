import { accessToken } from "../../src/modules/digital-products/access-token"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"
import { waitFor } from "./wait-for"

/** The token of an order's mail, once that is written; made as the store makes it, for it is kept nowhere. */
export async function accessTokenOf(
  orderId: string,
  database = databaseUrl()
): Promise<string> {
  const [row] = await waitFor(
    async () => {
      const rows = await query<{ id: string; salt: string }>(
        database,
        "select id, salt from download_access where order_id = $1",
        [orderId]
      )
      return rows.length > 0 ? rows : undefined
    },
    { what: `the token of ${orderId}`, timeoutMs: 30_000 }
  )
  return accessToken(row!, storeEnvironment().SUITE_SECRET ?? "")
}
