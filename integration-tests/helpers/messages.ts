import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { query } from "./database"
import { appFolder, databaseUrl } from "./environment"

/** A message as the log has it, for specs about the log itself. */
export async function loggedMessage(
  more: Partial<
    Record<"status" | "recipient" | "order_id" | "channel", string> &
      Record<"subject" | "html", string | null>
  > = {},
  url = databaseUrl()
): Promise<string> {
  const id = `msg_${randomUUID().replaceAll("-", "")}`
  const {
    status = "sent",
    recipient = `${id}@store.test`,
    order_id = null,
    html = "<p>Hello</p>",
    subject = "Your order",
    channel = "email",
  } = more
  await query(
    url,
    `insert into message (id, channel, template, subject_id, idempotency_key, cause, status, attempts,
       recipient, order_id, subject, html, text)
     values ($1, $6, 'order-placed', 'order_of_a_spec', $1, 'order.placed', $2, 1, $3, $4, $7, $5, 'Hello')`,
    [id, status, recipient, order_id, html, channel, subject]
  )
  return id
}

/** An address on the suppression list. @returns the id of its entry */
export async function suppressedAddress(
  address = `${randomUUID()}@store.test`,
  url = databaseUrl()
): Promise<string> {
  const id = `msgsup_${randomUUID().replaceAll("-", "")}`
  await query(
    url,
    "insert into message_suppression (id, channel, address, reason) values ($1, 'email', $2, 'bounce')",
    [id, address]
  )
  return id
}

const OWN_WELCOME = `
const { createElement } = require("react")
exports.default = {
  sample: { name: "Asha" },
  subject: (_, { brand }) => "Welcome to " + brand.name,
  body: ({ name }, { locale }) => createElement("p", { lang: locale }, "Karibu " + name + "!"),
}
`

const configWith = (templates: Record<string, string>) => `
const loaded = require("./medusa-config.of-the-app.js")
const config = loaded.default ?? loaded
config.modules.messages.options.messages.templates = ${JSON.stringify(templates)}
exports.default = config
`

/** The files of a host with a welcome of its own; see `appWith`. */
export const ownWelcomeFiles = (module = "./src/emails/my-welcome") => ({
  "src/emails/my-welcome.js": OWN_WELCOME,
  "medusa-config.js": configWith({ welcome: module }),
  "medusa-config.of-the-app.js": readFileSync(
    path.join(appFolder(), "medusa-config.js"),
    "utf8"
  ),
})
