import { time } from "./time-sql"

/** What time and use make of an active grant. */
export const STATE = (row: string) => `case
  when ${row}.status = 'revoked' then 'revoked'
  when ${row}.expires_at <= now() then 'expired'
  when ${row}.downloads_used >= ${row}.download_limit then 'used_up'
  else 'active' end`

/** The newest ready version of each file of a product. */
export const NEWEST_FILES = (product: string, kind: "main" | "preview") => `
  select distinct on (file.series_id) file.* from digital_file file
  where file.digital_product_id = ${product} and file.kind = '${kind}' and file.status = 'ready'
    and file.deleted_at is null
  order by file.series_id, file.version desc`

export const HISTORY = (row: string, limit: number) => `
  coalesce((select json_agg(json_build_object('created_at', ${time("latest.created_at")},
      'filename', latest.filename, 'country', latest.country, 'device', latest.device)
      order by latest.created_at desc, latest.id desc)
    from (select download.*, file.filename from digital_download download
      join digital_file file on file.id = download.file_id
      where download.grant_id = ${row}.id and download.deleted_at is null
      order by download.created_at desc, download.id desc limit ${limit}) latest), '[]'::json)`

const FILES = `case when page.state in ('active', 'used_up') then
  coalesce((select json_agg(json_build_object('id', newest.id, 'filename', newest.filename,
      'content_type', newest.content_type, 'size', newest.size, 'version', newest.version)
      order by newest.created_at, newest.id)
    from (${NEWEST_FILES("page.digital_product_id", "main")}) newest), '[]'::json)
  else '[]'::json end`

const OWNERS = {
  customer: `o.customer_id = ?`,
  order: `o.id = ?`,
}

/** Whose grants are meant: all of a customer's orders, whoever they were transferred to, or one order's. */
export type Owner = { by: keyof typeof OWNERS; id: string }

/** A page of somebody's downloads, the newest first, with the count of all; one statement. */
export const downloadsSql = ({ by }: Owner) => `
  with mine as (
    select grant_.*, o.display_id, ${STATE("grant_")} as state
    from "order" o join digital_grant grant_ on grant_.order_id = o.id and grant_.deleted_at is null
    where ${OWNERS[by]} and o.deleted_at is null
  ), page as (
    select * from mine order by created_at desc, id desc limit ? offset ?
  )
  select (select count(*)::int from mine) as count,
    coalesce((select json_agg(json_build_object(
      'id', page.id, 'order_id', page.order_id, 'order_display_id', page.display_id,
      'title', page.title, 'licence_type', product.licence_type, 'licence_text', product.licence_text,
      'state', page.state, 'download_limit', page.download_limit,
      'downloads_used', page.downloads_used, 'expires_at', ${time("page.expires_at")},
      'licence_key', case when page.status = 'active' then key.sealed end,
      'files', ${FILES}, 'history', ${HISTORY("page", 20)},
      'created_at', ${time("page.created_at")}) order by page.created_at desc, page.id desc)
    from page
    left join digital_product product on product.id = page.digital_product_id
    left join licence_key key on key.grant_id = page.id and key.deleted_at is null), '[]'::json) as downloads`

/** One of them, with the file that is meant; the newest of its first file where none is named. */
export const ownedFileSql = ({ by }: Owner) => `
  select grant_.id, ${STATE("grant_")} as state,
    (select newest.id from (${NEWEST_FILES("grant_.digital_product_id", "main")}) newest
     where ?::text is null or newest.id = ? order by newest.created_at, newest.id limit 1) as file_id
  from digital_grant grant_ join "order" o on o.id = grant_.order_id and o.deleted_at is null
  where ${OWNERS[by]} and grant_.id = ? and grant_.deleted_at is null`

/** What shoppers may know of the digital variants of a product, or of one variant. */
export const OFFERS = `
  select product.variant_id, product.licence_type, product.licence_text, product.download_limit,
    product.access_days,
    coalesce((select json_agg(json_build_object('filename', file.filename,
        'content_type', file.content_type, 'size', file.size) order by file.created_at, file.id)
      from (${NEWEST_FILES("product.id", "main")}) file), '[]'::json) as files,
    coalesce((select json_agg(json_build_object('id', file.id, 'filename', file.filename,
        'content_type', file.content_type) order by file.created_at, file.id)
      from (${NEWEST_FILES("product.id", "preview")}) file), '[]'::json) as previews
  from digital_product product
  join product_variant variant on variant.id = product.variant_id and variant.deleted_at is null
  join product shown on shown.id = variant.product_id and shown.deleted_at is null
    and shown.status = 'published'
  where product.deleted_at is null
    and product.variant_id in (select json_array_elements_text(?::json))
  order by product.created_at, product.id`
