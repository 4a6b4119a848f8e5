import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { InviteWorkflowEvents, Modules } from "@medusajs/framework/utils"
import { isOff } from "../config/suite-options"
import { secretKey } from "../utils/secret-key"
import { queueMessageWorkflow } from "../workflows/messages"

/** An event, and so lost with a killed process: the admin who invites sends it again. */
export default async function queueInvite({
  event: {
    name,
    data: { id },
  },
  container,
}: SubscriberArgs<{ id: string }>) {
  if (isOff("messages")()) {
    return
  }
  const [invite] = await container
    .resolve(Modules.USER)
    .listInvites({ id }, { take: 1 })
  if (!invite || invite.accepted) {
    return
  }
  const { token, expires_at } = invite
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template: "invite" },
      ...{ subject_id: id, order_id: null },
      // Sent anew it has another token, and the link in the mail before it opens nothing.
      idempotency_key: secretKey("invite", token),
      cause: name,
      secrets: { token, expires_at: new Date(expires_at).toISOString() },
    },
  })
}

export const config: SubscriberConfig = {
  event: [InviteWorkflowEvents.CREATED, InviteWorkflowEvents.RESENT],
}
