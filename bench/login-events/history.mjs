import { query } from "../../scripts/test/databases.mjs"

const BATCH = 500_000

/** Events of the last 30 days, each from its number alone. */
const ROWS = `insert into login_event (id, occurred_at, actor_type, actor_id, provider, outcome, ip, browser, os,
    device_kind, is_first_login)
  select 'lgev_h' || n, date_trunc('day', now()) - (n % 30) * interval '1 day' + (n % 86399) * interval '1 second',
    case when n % 50 = 0 then 'user' else 'customer' end, 'cus_' || n % 100000, 'emailpass',
    (array['success','wrong_credentials','refreshed','logged_out','mfa_passed'])[1 + n % 5], '203.0.113.7', 'Firefox',
    'Windows', (array['desktop','mobile','tablet','other'])[1 + n / 7 % 4], n % 11 = 0
  from generate_series($1::int, $2::int) n`

/** Fills the table up to a number of events. @param {string} url @param {number} from @param {number} to */
export async function fillEvents(url, from, to) {
  // What a store of that age would have.
  const [{ sql }] = await query(
    url,
    `select format('create table if not exists login_event_before partition of login_event for values from (%L) to (%L)',
      date_trunc('month', now(), 'UTC') - interval '2 months', date_trunc('month', now(), 'UTC')) as sql`
  )
  await query(url, sql)
  for (let first = from + 1; first <= to; first += BATCH) {
    await query(url, ROWS, [first, Math.min(first + BATCH - 1, to)])
  }
  await query(url, "ANALYZE login_event")
}
