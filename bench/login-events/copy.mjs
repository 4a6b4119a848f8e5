import { query } from "../../scripts/test/databases.mjs"

const TABLE = `
  drop table if exists bench_event;
  create table bench_event (like login_event including all) partition by range (occurred_at);
  create table bench_event_all partition of bench_event default`

/** Files beside the database's own, which the server reads itself: no client, no network. */
const FILES = `do $$ begin
  for n in 0 .. COUNT - 1 loop
    execute format('copy (select * from login_event order by occurred_at desc, id offset %s limit SIZE) to %L',
      n * SIZE, current_setting('data_directory') || '/bench_event_' || n);
  end loop; end $$`

const COPY = `do $$ begin
  for n in 0 .. COUNT - 1 loop
    execute format('copy bench_event from %L', current_setting('data_directory') || '/bench_event_' || n);
    commit;
  end loop; end $$`

const filled = (sql, { count, size }) =>
  sql.replaceAll("COUNT", String(count)).replaceAll("SIZE", String(size))

/**
 * COPY of the newest events into a table with the same columns and indexes, in batches of the same size, each a
 * transaction of its own.
 * @param {string} url
 * @param {{ count: number, size: number }} batches
 * @returns {Promise<number>} milliseconds
 */
export async function measureCopy(url, batches) {
  await query(url, TABLE)
  await query(url, filled(FILES, batches))
  const since = performance.now()
  await query(url, filled(COPY, batches))
  return performance.now() - since
}
