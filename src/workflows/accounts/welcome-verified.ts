import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isOff } from "../../config/suite-options"
import { queueMessageWorkflow } from "../messages"
import { accountsOf } from "./service-of"
import { isVerificationOn } from "./verification"

/** Greets a customer once, when they have shown that the address is theirs, where that is asked for. */
export async function welcomeCustomer(
  container: MedusaContainer,
  filters: { id: string } | { email: string }
): Promise<void> {
  if (isOff("messages")()) {
    return
  }
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { ...filters, has_account: true },
      { take: 1, select: ["id"] }
    )
  if (!customer || (await isWaiting(container, customer.id))) {
    return
  }
  await queueMessageWorkflow(container).run({
    input: {
      ...{ channel: "email", template: "welcome" },
      ...{ subject_id: customer.id, order_id: null },
      idempotency_key: `customer.created:${customer.id}`,
      cause: "customer.created",
    },
  })
}

/** Who signs in elsewhere has nothing to show. */
async function isWaiting(container: MedusaContainer, customerId: string) {
  if (!isVerificationOn()) {
    return false
  }
  const accounts = accountsOf(container)
  const actor = { actor_type: "customer", actor_id: customerId } as const
  for (const id of await accounts.listIdentities(actor)) {
    const login = await accounts.findPasswordLogin(id)
    if (login && !(await accounts.isVerified(login))) {
      return true
    }
  }
  return false
}
