import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { welcomeCustomer } from "../workflows/accounts/welcome-verified"

/** Guests are customers to Medusa, too; only who has an account is greeted. */
export default async function queueWelcome({
  event: {
    data: { id },
  },
  container,
}: SubscriberArgs<{ id: string }>) {
  await welcomeCustomer(container, { id })
}

export const config: SubscriberConfig = { event: "customer.created" }
