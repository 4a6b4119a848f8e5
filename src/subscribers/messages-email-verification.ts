import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { isOff } from "../config/suite-options"
import { secretKey } from "../utils/secret-key"
import { queueMessageWorkflow } from "../workflows/messages"

type VerificationRequested = {
  entity_id: string
  entity_type: string
  code: string
  expires_at: string | Date
}

/** An event, and so lost with a killed process: who gets no mail asks again. */
export default async function queueEmailVerification({
  event: { data },
  container,
}: SubscriberArgs<VerificationRequested>) {
  const { entity_id: email, entity_type, code, expires_at } = data
  if (isOff("messages")() || entity_type !== "email") {
    return
  }
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template: "email-verification" },
      ...{ subject_id: email, order_id: null },
      idempotency_key: secretKey("auth.verification_requested", email + code),
      cause: "auth.verification_requested",
      secrets: { code, expires_at: new Date(expires_at).toISOString() },
    },
  })
}

export const config: SubscriberConfig = { event: "auth.verification_requested" }
