import type { OrphanedApiKey } from "../../types/sessions"

/** Who is gone cannot sign in, but a key that they made works on until somebody revokes it. */
const ORPHANED = `with orphaned as (
    select key.id, key.title, key.redacted, key.created_by, owner.email as created_by_email,
      key.created_at, key.last_used_at
      from api_key key left join "user" owner on owner.id = key.created_by
     where key.type = 'secret' and key.deleted_at is null
       and (key.revoked_at is null or key.revoked_at > now())
       and key.created_by like 'user\\_%'
       and (owner.id is null or owner.deleted_at is not null)
  )
  select (select count(*)::int from orphaned) as count,
    coalesce((select json_agg(page) from (
      select * from orphaned order by created_at desc, id limit ? offset ?
    ) page), '[]'::json) as api_keys`

export type OrphanedApiKeys = { api_keys: OrphanedApiKey[]; count: number }

export const orphanedApiKeysSql = (page: {
  limit: number
  offset: number
}) => ({ sql: ORPHANED, values: [page.limit, page.offset] })
