import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { Modules } from "@medusajs/framework/utils"
import { isOff } from "../config/suite-options"
import { queueMessageWorkflow } from "../workflows/messages"

/** Guests are customers to Medusa, too; only who has an account is greeted. */
export default async function queueWelcome({
  event: {
    data: { id },
  },
  container,
}: SubscriberArgs<{ id: string }>) {
  if (isOff("messages")()) {
    return
  }
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id, has_account: true }, { take: 1, select: ["id"] })
  if (!customer) {
    return
  }
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template: "welcome" },
      ...{ subject_id: id, order_id: null },
      idempotency_key: `customer.created:${id}`,
      cause: "customer.created",
    },
  })
}

export const config: SubscriberConfig = { event: "customer.created" }
