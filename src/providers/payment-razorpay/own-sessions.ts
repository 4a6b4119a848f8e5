import type { BigNumberInput } from "@medusajs/framework/types"

/** A row of Medusa's payment sessions, as far as the provider reads it. */
export type OwnSession = {
  id: string
  payment_collection_id: string
  amount: BigNumberInput
  currency_code: string
  data: Record<string, unknown> | null
}

type Knex = {
  raw: (sql: string, values: unknown[]) => Promise<{ rows: unknown[] }>
}

/** What Medusa itself has stored of sessions: neither a storefront nor a caller can forge it. */
export type OwnSessions = {
  byId: (id: string) => Promise<OwnSession | undefined>
  byOrder: (orderId: string) => Promise<OwnSession | undefined>
  /**
   * What is asked for now in a collection: its id, and the session that there is. Undefined
   * where the collection is not this store's.
   */
  ofCollection: (
    id: string
  ) => Promise<{ id: string; session_id: string | null } | undefined>
}

const SESSION = `
  select id, payment_collection_id, raw_amount ->> 'value' as amount, currency_code, data
    from payment_session
   where deleted_at is null and provider_id = ? and `

const BY_ID = `${SESSION} id = ?`
/** Its index is in src/core-tables/razorpay.ts. */
export const BY_ORDER = `${SESSION} data ->> 'id' = ?`

const OF_COLLECTION = `
  select pc.id, ps.id as session_id
    from payment_collection pc
    left join payment_session ps on ps.payment_collection_id = pc.id
     and ps.deleted_at is null and ps.provider_id = ?
   where pc.id = ?
   order by ps.created_at desc nulls last limit 1`

/** Reads through the payment module's own connection. Without it nobody could tell whose money it is: it throws. */
export function ownSessions(
  cradle: Record<string, unknown>,
  providerId: string
): OwnSessions {
  const find =
    <Row>(sql: string) =>
    async (value: string) => {
      const knex = cradle.__pg_connection__ as Knex
      const { rows } = await knex.raw(sql, [providerId, value])
      return rows[0] as Row | undefined
    }
  return {
    byId: find(BY_ID),
    byOrder: find(BY_ORDER),
    ofCollection: find(OF_COLLECTION),
  }
}
