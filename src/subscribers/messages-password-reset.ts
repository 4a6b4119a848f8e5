import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { isOff } from "../config/suite-options"
import { queueMessageWorkflow } from "../workflows/messages"
import { secretKey } from "../utils/secret-key"

type PasswordReset = { entity_id: string; actor_type: string; token: string }

/** An event, and so lost with a killed process: who gets no mail asks again. */
export default async function queuePasswordReset({
  event: { data },
  container,
}: SubscriberArgs<PasswordReset>) {
  const { entity_id: email, actor_type, token } = data
  if (isOff("messages")() || actor_type !== "customer") {
    return
  }
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template: "password-reset" },
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
