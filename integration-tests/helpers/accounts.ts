import { randomUUID } from "node:crypto"
import { signToken } from "../../src/utils/signed-token"
import type { Customer } from "./clients"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"
import type { HttpClient } from "./http"
import { signIn } from "./sign-in"
import { waitFor } from "./wait-for"

const ME = "/store/customers/me"

type Reply = {
  message?: string
  code?: string
  email_change?: { email: string; expires_at: string }
}

export const changePassword = (
  { client, password: old_password }: Customer,
  password: string,
  more = {}
) => client.post<Reply>(`${ME}/password`, { old_password, password, ...more })

export const changeEmail = (
  { client, password }: Customer,
  email: string,
  more = {}
) => client.post<Reply>(`${ME}/email`, { email, password, ...more })

export const deleteAccount = ({ client, password }: Customer, more = {}) =>
  client.post<Reply>(`${ME}/delete`, { password, ...more })

export const newEmail = () => `new-${randomUUID()}@store.test`

/** Whether a login lets its owner in. @returns the status */
export const canSignIn = async (email: string, password: string) =>
  (await signIn({ email, password })).status

/** What the last mail to a customer's new address carries. */
export async function mailedEmailToken(
  customerId: string,
  { expiresAt = new Date(Date.now() + 60_000), url = databaseUrl() } = {}
): Promise<string> {
  const [change] = await query<{ id: string }>(
    url,
    "select id from email_change where customer_id = $1",
    [customerId]
  )
  return signToken(
    { purpose: "accounts.email-change", id: change?.id ?? "none", expiresAt },
    storeEnvironment().SUITE_SECRET ?? ""
  )
}

/** The mails of a kind to an address, once there are so many. */
export const mailsTo = (
  recipient: string,
  template: string,
  least = 1,
  url = databaseUrl()
) =>
  waitFor(
    async () => {
      const rows = await query<{ id: string; text: string; html: string }>(
        url,
        "select id, text, html from message where recipient = $1 and template = $2 and text is not null",
        [recipient, template]
      )
      return rows.length >= least ? rows : undefined
    },
    { what: `${least} ${template} to ${recipient}`, timeoutMs: 30_000 }
  )

export const confirmEmail = (client: HttpClient, token: string) =>
  client.post<Reply & { email?: string }>("/store/accounts/confirm-email", {
    token,
  })
