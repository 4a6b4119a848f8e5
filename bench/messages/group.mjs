import { randomUUID } from "node:crypto"
import { query } from "../../scripts/test/databases.mjs"

/** A text as merchants write them. */
const TEXT = Array.from(
  { length: 6 },
  (_, at) =>
    `Paragraph ${at + 1}: from 2 to 8 May our shop is closed, and what you order meanwhile leaves us on the 9th. All about it stands on https://shop.example.com/news/${at}.`
).join("\n\n")

/** @param {string} url @param {number} members @returns {Promise<string>} the group's id */
export async function createGroup(url, members) {
  const id = `cusgroup_${randomUUID().replaceAll("-", "")}`
  await query(url, "INSERT INTO customer_group (id, name) VALUES ($1, $1)", [
    id,
  ])
  await query(
    url,
    `INSERT INTO customer (id, email, has_account, first_name, last_name)
     SELECT 'cus_' || $1 || lpad(n::text, 6, '0'), $1 || n || '@store.test', false, 'Asha', 'Rao ' || n
     FROM generate_series(1, $2::int) n`,
    [id, members]
  )
  await query(
    url,
    `INSERT INTO customer_group_customer (id, customer_id, customer_group_id)
     SELECT 'cusgc_' || id, id, $1 FROM customer WHERE id LIKE 'cus_' || $1 || '%'`,
    [id]
  )
  await query(url, "ANALYZE customer, customer_group_customer")
  return id
}

/** What the admin's route does: the message that is written, and the job that queues those to each. */
export async function writeToGroup(url, group, members) {
  const id = `msgnote_${randomUUID().replaceAll("-", "")}`
  await query(
    url,
    `INSERT INTO message_note (id, idempotency_key, subject, text, category, customer_group_id, recipients, created_by)
     VALUES ($1, $1, 'We are closed next week', $2, 'news', $3, $4, 'bench')`,
    [id, TEXT, group, members]
  )
  await query(
    url,
    `SELECT graphile_worker.add_job('messages-write', json_build_object('note_id', $1::text))`,
    [id]
  )
  return id
}

/** @param {string} url @param {string} note */
export async function untilNoted(url, note) {
  for (;;) {
    const [{ open }] = await query(
      url,
      "SELECT count(*)::int AS open FROM message WHERE subject_id = $1 AND status <> 'sent'",
      [note]
    )
    if (open === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
