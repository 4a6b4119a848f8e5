import { randomUUID } from "node:crypto"
import { query } from "./database"
import { databaseUrl } from "./environment"

/** A message as the log has it, for specs about the log itself. */
export async function loggedMessage(
  more: Partial<
    Record<"status" | "recipient" | "order_id" | "html", string>
  > = {},
  url = databaseUrl()
): Promise<string> {
  const id = `msg_${randomUUID().replaceAll("-", "")}`
  const {
    status = "sent",
    recipient = `${id}@store.test`,
    order_id = null,
    html = "<p>Hello</p>",
  } = more
  await query(
    url,
    `insert into message (id, channel, template, subject_id, idempotency_key, cause, status, attempts,
       recipient, order_id, subject, html, text)
     values ($1, 'email', 'order-placed', 'order_of_a_spec', $1, 'order.placed', $2, 1, $3, $4, 'Your order', $5, 'Hello')`,
    [id, status, recipient, order_id, html]
  )
  return id
}
