import { Conditions } from "../../utils/conditions"
import { HISTORY, STATE } from "./store-sql"
import { time } from "./time-sql"

export type GrantFilters = {
  id?: string
  order_id?: string
  digital_product_id?: string
  /** HMACs of a licence key, as each product would keep it. */
  key_hmac?: string
}

/** A page of grants as the admin sees them: of a key, only its end. */
export function grantsSql(
  { id, order_id, digital_product_id, key_hmac }: GrantFilters,
  { limit, offset }: { limit: number; offset: number }
) {
  const where = new Conditions("grant_.deleted_at is null")
    .equals("grant_.id", id)
    .equals("grant_.order_id", order_id)
    .equals("grant_.digital_product_id", digital_product_id)
  if (key_hmac !== undefined) {
    where.add(
      `exists (select from licence_key key where key.grant_id = grant_.id and key.hmac = ? and key.deleted_at is null)`,
      key_hmac
    )
  }
  const sql = `
    with found as (
      select grant_.*, ${STATE("grant_")} as state from digital_grant grant_ where ${where.sql}
    ), page as (
      select * from found order by created_at desc, line_item_id, unit, id limit ? offset ?
    )
    select (select count(*)::int from found) as count,
      coalesce((select json_agg(json_build_object(
        'id', page.id, 'order_id', page.order_id, 'order_display_id', o.display_id,
        'line_item_id', page.line_item_id, 'unit', page.unit, 'title', page.title,
        'state', page.state, 'download_limit', page.download_limit,
        'downloads_used', page.downloads_used, 'starts_at', ${time("page.starts_at")},
        'expires_at', ${time("page.expires_at")}, 'revoked_at', ${time("page.revoked_at")},
        'revoked_reason', page.revoked_reason, 'licence_key', '…' || key.hint,
        'waits_for_key', key.id is null and page.status = 'active' and product.key_mode = 'pool',
        'events', coalesce((select json_agg(json_build_object('action', event.action,
            'reason', event.reason, 'actor_id', event.actor_id,
            'created_at', ${time("event.created_at")}) order by event.created_at, event.id)
          from digital_grant_event event where event.grant_id = page.id and event.deleted_at is null), '[]'::json),
        'downloads', ${HISTORY("page", 50)})
        order by page.created_at desc, page.line_item_id, page.unit, page.id)
      from page left join "order" o on o.id = page.order_id
      left join digital_product product on product.id = page.digital_product_id
      left join licence_key key on key.grant_id = page.id and key.deleted_at is null), '[]'::json) as grants`
  return { sql, values: [...where.values, limit, offset] }
}

/** Digital products with their files and the state of their pools. */
export const PRODUCTS = `
  select product.id, product.product_id, product.variant_id, product.licence_type,
    product.licence_text, product.download_limit, product.access_days, product.key_mode,
    product.low_pool_threshold,
    coalesce((select json_agg(json_build_object('id', file.id, 'kind', file.kind,
        'series_id', file.series_id, 'version', file.version, 'filename', file.filename,
        'content_type', file.content_type, 'size', file.size, 'sha256', file.sha256,
        'status', file.status, 'reason', file.reason, 'announced_at', ${time("file.announced_at")},
        'created_at', ${time("file.created_at")})
        order by file.kind, file.series_id, file.version desc)
      from digital_file file
      where file.digital_product_id = product.id and file.deleted_at is null), '[]'::json) as files,
    json_build_object('free', pool.free, 'given', pool.given,
      'waiting', case when product.key_mode = 'pool' then waiting.count else 0 end,
      'is_low', product.key_mode = 'pool' and pool.free <= product.low_pool_threshold) as keys
  from digital_product product
  cross join lateral (
    select count(*) filter (where key.grant_id is null)::int as free,
      count(*) filter (where key.grant_id is not null)::int as given
    from licence_key key where key.digital_product_id = product.id and key.deleted_at is null) pool
  cross join lateral (
    select count(*)::int as count from digital_grant grant_
    where grant_.digital_product_id = product.id and grant_.status = 'active'
      and grant_.deleted_at is null
      and not exists (select from licence_key key where key.grant_id = grant_.id and key.deleted_at is null)) waiting
  where product.deleted_at is null and (product.product_id = ? or product.id = ?)
  order by product.created_at, product.id`

/** The latest version of a file's series is the one before its next. */
export const NEXT_VERSION = `
  select series_id, kind, (select max(version) + 1 from digital_file other
    where other.series_id = file.series_id) as version
  from digital_file file
  where file.id = ? and file.digital_product_id = ? and file.deleted_at is null
  for update`

/** Of each buyer who may still download a product one order, after one that came before. */
export const BUYERS = `
  select min(grant_.order_id) as order_id
  from digital_grant grant_ join "order" o on o.id = grant_.order_id and o.deleted_at is null
  where grant_.digital_product_id = ? and grant_.status = 'active' and grant_.deleted_at is null
    and (grant_.expires_at is null or grant_.expires_at > now())
  group by coalesce(lower(o.email), o.id) having min(grant_.order_id) > ?
  order by 1 limit ?`

export const BEGIN_CHECK = `
  update digital_file set status = 'checking', reason = null, updated_at = now()
  where id = ? and status = 'uploading' and deleted_at is null returning id`

/** From now on the file is what this attempt looks at. @returns where the one before it looked */
export const CLAIM_CHECK = `
  update digital_file file set storage_key = ?, updated_at = now()
  from (select id, storage_key from digital_file
    where id = ? and status = 'checking' and deleted_at is null for update) before
  where file.id = before.id returning before.storage_key`

/** Only by the attempt whose copy it is. */
export const SETTLE_CHECK = `
  update digital_file set status = ?, sha256 = ?, reason = ?, updated_at = now()
  where id = ? and storage_key = ? and status = 'checking' and deleted_at is null returning id`

export const ANNOUNCE = `
  update digital_file set announced_at = ?::timestamptz, updated_at = now()
  where id = ? and announced_at is null and deleted_at is null returning id`
