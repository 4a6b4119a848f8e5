import type { TestimonialPlacement } from "../../types/testimonials"

export type PublishedFilters = {
  placement?: TestimonialPlacement
  locale?: string
  product_id?: string
}

export type PublishedPage = PublishedFilters & {
  limit: number
  offset: number
  /** The clock for the publishing window. */
  now: Date
}

const PUBLIC_COLUMNS = `id, name, feedback, rating, role, company, locale, avatar_url,
  verified, featured, placements, product_id,
  to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at`

const APPROVED = `status = 'approved' and deleted_at is null`

/**
 * One statement for a storefront's page: the rows in order, and how many and how good all
 * that match are. The totals hold the rows without a window; see the migration beside.
 */
export function publishedPageSql(page: PublishedPage) {
  const filters: string[] = []
  const filterValues: unknown[] = []
  if (page.placement !== undefined) {
    filters.push("and placements @> array[?]::text[]")
    filterValues.push(page.placement)
  }
  if (page.locale !== undefined) {
    filters.push("and locale = ?")
    filterValues.push(page.locale)
  }
  if (page.product_id !== undefined) {
    filters.push("and product_id = ?")
    filterValues.push(page.product_id)
  }
  const matches = filters.join(" ")
  const now = page.now.toISOString()
  const sql = `
    with page as (
      select ${PUBLIC_COLUMNS} from testimonial
      where ${APPROVED}
        and (publish_from is null or publish_from <= ?)
        and (publish_until is null or publish_until > ?) ${matches}
      order by featured desc, position, testimonial.created_at desc, id
      limit ? offset ?
    ), amounts as (
      select count, rating_sum from testimonial_rating_total
      where product_id = ? and locale = ? and placement = ?
      union all
      select count(*), coalesce(sum(rating), 0) from testimonial
      where ${APPROVED}
        and (publish_from is not null or publish_until is not null)
        and (publish_from is null or publish_from <= ?)
        and (publish_until is null or publish_until > ?) ${matches}
    )
    select
      coalesce((select json_agg(page) from page), '[]'::json) as testimonials,
      coalesce(sum(count), 0)::int as count,
      round(sum(rating_sum)::numeric / nullif(sum(count), 0), 2)::float as average
    from amounts`
  const values = [
    ...[now, now, ...filterValues, page.limit, page.offset],
    ...[page.product_id ?? "", page.locale ?? "", page.placement ?? ""],
    ...[now, now, ...filterValues],
  ]
  return { sql, values }
}
