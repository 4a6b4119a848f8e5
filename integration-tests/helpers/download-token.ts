import { accessToken } from "../../src/modules/digital-products/access-token"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"

/** The token of an order's mail, made as the store makes it: it is kept nowhere. */
export async function accessTokenOf(
  orderId: string,
  database = databaseUrl()
): Promise<string> {
  const [row] = await query<{ id: string; salt: string }>(
    database,
    "select id, salt from download_access where order_id = $1",
    [orderId]
  )
  if (!row) {
    throw new Error(`The order ${orderId} has no token yet`)
  }
  return accessToken(row, storeEnvironment().SUITE_SECRET ?? "")
}
