import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { isOff } from "../config/suite-options"
import { queueMessageWorkflow } from "../workflows/messages"
import type { MessageTemplate } from "../types/messages"
import { secretKey } from "../utils/secret-key"

type PasswordReset = { entity_id: string; actor_type: string; token: string }

/** Both have accounts, and pages of their own to choose a password. */
const TEMPLATES: Partial<Record<string, MessageTemplate>> = {
  customer: "password-reset",
  user: "admin-password-reset",
}

/** An event, and so lost with a killed process: who gets no mail asks again. */
export default async function queuePasswordReset({
  event: { data },
  container,
}: SubscriberArgs<PasswordReset>) {
  const { entity_id: email, actor_type, token } = data
  const template = TEMPLATES[actor_type]
  if (isOff("messages")() || !template) {
    return
  }
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template },
      ...{ subject_id: email, order_id: null },
      idempotency_key: secretKey("auth.password_reset", token),
      cause: "auth.password_reset",
      secrets: { token, expires_at: expiryOf(token) },
    },
  })
}

export const config: SubscriberConfig = { event: "auth.password_reset" }

/** What Medusa wrote into its token. */
function expiryOf(token: string): string {
  const [, claims = ""] = token.split(".")
  const { exp } = JSON.parse(
    Buffer.from(claims, "base64url").toString("utf8")
  ) as { exp: number }
  return new Date(exp * 1000).toISOString()
}
