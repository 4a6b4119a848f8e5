import type { MedusaContainer } from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import { queueMessageWorkflow } from "../messages"
import { accountsOf } from "./service-of"

/**
 * Mails the link to the new address, or that it has an account already, so that nobody who asks learns it; and a notice to
 * the address of now. Off the request, so that it takes no longer for one that is taken.
 */
export async function mailEmailChange(
  container: MedusaContainer,
  id: string
): Promise<void> {
  const accounts = accountsOf(container)
  const [change] = await accounts.listEmailChanges({ id }, { take: 1 })
  if (!change || isOff("messages")()) {
    return
  }
  const { customer_id, new_email } = change
  const isTaken = await accounts.isTaken(new_email)
  const queue = queueMessageWorkflow(container)
  const about = {
    channel: "email",
    order_id: null,
    cause: "accounts.email",
  } as const
  await queue.run({
    input: {
      ...about,
      ...(isTaken
        ? { template: "account-exists", customer_id: null }
        : { template: "email-change", customer_id }),
      ...{ subject_id: id, recipient: new_email },
      idempotency_key: `accounts.email:${id}`,
    },
  })
  await queue.run({
    input: {
      ...{ ...about, template: "email-change-notice", customer_id },
      ...{ subject_id: id, recipient: change.old_email },
      idempotency_key: `accounts.email-notice:${id}`,
    },
  })
}
