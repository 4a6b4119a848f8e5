import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { accountsOf } from "./service-of"

type Account = { customer_id: string; auth_identity_id: string }

/**
 * Removes a customer's login, so that nobody signs in and the address can register anew, and then the customer, as Medusa
 * does it. Died half-way, it goes on where it was.
 */
export async function removeAccount(
  container: MedusaContainer,
  account: Account
): Promise<void> {
  await removeLogin(container, account)
  const { customer_id, auth_identity_id } = account
  await accountsOf(container).forget(customer_id, auth_identity_id)
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ id: customer_id }, { take: 1, select: ["id"] })
  if (customer) {
    await deleteCustomersWorkflow(container).run({
      input: { ids: [customer_id] },
    })
  }
}

/** A login that is an admin's, too, stays theirs. */
async function removeLogin(
  container: MedusaContainer,
  { customer_id, auth_identity_id: id }: Account
) {
  const auth = container.resolve(Modules.AUTH)
  const [identity] = await auth.listAuthIdentities({ id: [id] }, { take: 1 })
  const { customer_id: own, ...others } = identity?.app_metadata ?? {}
  if (!identity || own !== customer_id) {
    return
  }
  if (Object.values(others).some((value) => value !== null)) {
    await auth.updateAuthIdentities([
      { id, app_metadata: { ...others, customer_id: null } },
    ])
  } else {
    await auth.deleteAuthIdentities([id])
  }
}
