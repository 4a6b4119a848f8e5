/** Why a unit is revoked that a dispute took. */
export const DISPUTED = "disputed"

/** One unit to be granted. */
export type NewGrant = {
  id: string
  digital_product_id: string
  order_id: string
  line_item_id: string
  unit: number
  title: string
}

/**
 * While it is held, nobody else takes keys of these pools or fills them: a grant that found none
 * is seen by the next import. In the order of their ids, so that two never wait for each other.
 */
export const LOCK_PRODUCTS = `
  select id, key_mode from digital_product
  where id in (select json_array_elements_text(?::json)) order by id for update`

/** Each unit once, however often it is asked for. The terms are those of now. */
export const INSERT_GRANTS = `
  insert into digital_grant (id, digital_product_id, order_id, line_item_id, unit, title,
    download_limit, starts_at, expires_at)
  select unit.id, product.id, unit.order_id, unit.line_item_id, unit.unit, unit.title,
    product.download_limit, ?::timestamptz, ?::timestamptz + product.access_days * interval '1 day'
  from json_to_recordset(?::json) as unit(
    id text, digital_product_id text, order_id text, line_item_id text, unit int, title text)
  join digital_product product on product.id = unit.digital_product_id and product.deleted_at is null
  on conflict (line_item_id, unit) do nothing
  returning id, digital_product_id, line_item_id, unit`

export const INSERT_EVENTS = `
  insert into digital_grant_event (id, grant_id, action, reason, actor_id)
  select id, grant_id, action, reason, actor_id from json_to_recordset(?::json) as event(
    id text, grant_id text, action text, reason text, actor_id text)`

/** The oldest key of the pool, for one grant that has none. */
export const TAKE_KEY = `
  update licence_key set grant_id = ?, updated_at = now()
  where id = (
    select id from licence_key
    where digital_product_id = ? and grant_id is null and deleted_at is null
    order by created_at, id limit 1 for update skip locked)
  returning id`

export const ADD_KEY = `
  insert into licence_key (id, digital_product_id, sealed, hmac, hint, grant_id)
  values (?, ?, ?, ?, ?, ?)
  on conflict (digital_product_id, hmac) do nothing returning id`

/** Grants that the pool owes a key, the oldest first. */
export const WAITING_GRANTS = `
  select grant_.id from digital_grant grant_
  where grant_.digital_product_id = ? and grant_.status = 'active' and grant_.deleted_at is null
    and not exists (select from licence_key key where key.grant_id = grant_.id and key.deleted_at is null)
  order by grant_.created_at, grant_.id limit ?`

/** What a dispute has taken is still there for another cause: won, it gives back only what nothing else took. */
const IS_THERE = `(status = 'active' or revoked_reason = '${DISPUTED}' and ? <> '${DISPUTED}')`

/** The highest units of a line that are there, as many as told. */
export const REVOKE_UNITS = `
  update digital_grant set status = 'revoked', revoked_at = ?::timestamptz, revoked_reason = ?,
    revoked_by = ?, updated_at = now()
  where id in (
    select id from digital_grant
    where line_item_id = ? and ${IS_THERE} and deleted_at is null
    order by unit desc limit ?)
  returning id`

export const REVOKE_ORDER = `
  update digital_grant set status = 'revoked', revoked_at = ?::timestamptz, revoked_reason = ?,
    revoked_by = ?, updated_at = now()
  where order_id = ? and ${IS_THERE} and deleted_at is null
  returning id`

export const REVOKE_ONE = `
  update digital_grant set status = 'revoked', revoked_at = ?::timestamptz, revoked_reason = ?,
    revoked_by = ?, updated_at = now()
  where id = ? and status = 'active' and deleted_at is null
  returning id`

/** Gives back what one cause took, such as a dispute that was won. */
export const RESTORE = `
  update digital_grant set status = 'active', revoked_at = null, revoked_reason = null,
    revoked_by = null, updated_at = now()
  where order_id = ? and revoked_by = ? and status = 'revoked' and deleted_at is null
  returning id`

/** On the product's terms of now, and its use begins anew. */
export const REGRANT = `
  update digital_grant set status = 'active', revoked_at = null, revoked_reason = null,
    revoked_by = null, downloads_used = 0, starts_at = ?::timestamptz,
    download_limit = product.download_limit,
    expires_at = ?::timestamptz + product.access_days * interval '1 day', updated_at = now()
  from digital_product product
  where product.id = digital_grant.digital_product_id
    and digital_grant.id = ? and digital_grant.deleted_at is null
  returning digital_grant.id`

/**
 * One use: counted and written down in the same statement, or neither. Fifty at once take the
 * row one after another, and each looks at the count that the one before it left.
 */
export const USE_GRANT = `
  with used as (
    update digital_grant set downloads_used = downloads_used + 1, updated_at = now()
    where id = ? and status = 'active' and deleted_at is null
      and starts_at <= ?::timestamptz and (expires_at is null or expires_at > ?::timestamptz)
      and (download_limit is null or downloads_used < download_limit)
    returning id
  )
  insert into digital_download (id, grant_id, file_id, expires_at, country, device)
  select ?, used.id, ?, ?::timestamptz, ?, ? from used
  returning id`

/** What a link of a use opens, if it still does. */
export const LINKED_FILE = `
  select file.storage_key, file.filename, file.content_type
  from digital_download download
  join digital_grant grant_ on grant_.id = download.grant_id and grant_.deleted_at is null
  join digital_file file on file.id = download.file_id and file.deleted_at is null
  where download.id = ? and download.deleted_at is null and grant_.status = 'active'
    and (grant_.expires_at is null or grant_.expires_at > ?::timestamptz)
    and file.status = 'ready'`

/** Who opens a link is who downloads: a storefront's server may have asked for it. */
export const NOTE_DEVICE = `
  update digital_download set device = coalesce(?, device), country = coalesce(?, country)
  where id = ?`

export const IS_DIGITAL = `
  select from digital_grant where order_id = ? and deleted_at is null
  union all
  select from order_item item
  join order_line_item line on line.id = item.item_id
  join digital_product product on product.variant_id = line.variant_id
  where item.order_id = ? and item.deleted_at is null
  limit 1`
