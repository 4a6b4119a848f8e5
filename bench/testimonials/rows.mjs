import { query } from "../../scripts/test/databases.mjs"

const BATCH = 5_000

/**
 * Approved rows as a busy shop has them, each from its number alone so that every run has the same: 40 to 500
 * characters, two thirds about a product, half in English and a fiftieth in French, one in 1,000 for the checkout,
 * a few featured, one in 2,000 with a publishing window.
 */
const ROWS = `
  with numbers as (
    select n, abs(hashint4(n)) as h from generate_series($1::int, $2::int) n
  ), products as (
    select array_agg(id order by id) as ids from product where deleted_at is null
  )
  insert into testimonial (id, name, feedback, rating, role, company, locale, avatar_url, email, status, source,
    verified, featured, position, placements, publish_from, product_id, consent_at, consent_text, consent_ip,
    reviewed_at, created_at, updated_at)
  select
    'testim_' || upper(left(md5(n::text), 26)),
    (array['Asha Rao', 'Wanjiru Kamau', 'Tom Becker', 'Ines Carvalho', 'Li Wei', 'Jo O''Neill'])[1 + h % 6],
    left(repeat('The lamp came in two days, well packed, and the shop answered my question within the hour. ', 6),
      40 + h % 461),
    case when h % 10 = 0 then 1 + h % 3 else 4 + h % 2 end,
    case when h % 3 = 0 then 'Interior designer' end,
    case when h % 3 = 0 then 'Northlight Studio' end,
    case when h % 50 = 0 then 'fr' when h % 2 = 0 then 'en' when h % 5 = 0 then 'hi' when h % 7 = 0 then 'sw' end,
    case when h % 4 = 0 then 'https://cdn.example.com/people/' || n || '.webp' end,
    'shopper' || n || '@example.com', 'approved', 'customer',
    h % 3 > 0, n % 5000 = 0, case when n % 1000 = 1 then n / 1000 end,
    (case when n % 997 = 0 then '{checkout}' when h % 10 < 3 then '{home,product}' when h % 10 < 6 then '{product}'
      else '{home}' end)::text[],
    case when n % 2000 = 0 then now() - interval '30 days' end,
    case when h % 3 > 0 then ids[1 + h / 3 % array_length(ids, 1)] end,
    now(), 'I agree that the shop publishes this.', '203.0.113.7', now(),
    now() - n * interval '3 minutes', now()
  from numbers, products`

/**
 * Fills the table up to a number of rows, in batches and through its triggers, which keep the totals.
 * @param {string} databaseUrl
 * @param {number} wanted
 */
export async function fillTestimonials(databaseUrl, wanted) {
  const [{ count }] = await query(
    databaseUrl,
    "SELECT count(*)::int AS count FROM testimonial"
  )
  for (let from = count + 1; from <= wanted; from += BATCH) {
    await query(databaseUrl, ROWS, [from, Math.min(from + BATCH - 1, wanted)])
  }
  await query(databaseUrl, "VACUUM ANALYZE testimonial")
  await query(databaseUrl, "ANALYZE testimonial_rating_total")
}
