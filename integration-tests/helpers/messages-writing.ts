import { randomUUID } from "node:crypto"
import type { OptionalCategory } from "../../src/types/messages-preferences"
import type { AdminWriteMessageBody } from "../../src/types/messages-notes"
import { unsubscribeToken } from "../../src/utils/unsubscribe-token"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"

/** The token of a mail that the store would send. */
export const mailedToken = (
  customerId: string,
  category: OptionalCategory = "news"
) =>
  unsubscribeToken(
    { customerId, category },
    storeEnvironment().SUITE_SECRET ?? "",
    Date.now()
  )

/** What an admin writes, whole but for whom it is for. */
export const written = (
  more: Partial<AdminWriteMessageBody> = {}
): AdminWriteMessageBody => ({
  idempotency_key: randomUUID(),
  subject: "We are closed next week",
  text: "From 2 to 8 May.",
  category: "news",
  ...more,
})

/** A group with so many guests, whose addresses begin with its id. */
export async function guestGroup(members: number, url = databaseUrl()) {
  const id = `cusgroup_${randomUUID().replaceAll("-", "")}`
  await query(
    url,
    `with made as (
       insert into customer (id, email, has_account, first_name)
       select 'cus_' || $1 || lpad(n::text, 6, '0'), $1 || n || '@store.test', false, 'Guest ' || n
         from generate_series(1, $2::int) n returning id
     ), grouped as (
       insert into customer_group (id, name) values ($1, $1) returning id
     )
     insert into customer_group_customer (id, customer_id, customer_group_id)
     select 'cusgc_' || made.id, made.id, grouped.id from made, grouped`,
    [id, members]
  )
  return id
}
