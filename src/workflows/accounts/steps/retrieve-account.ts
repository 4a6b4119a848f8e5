import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type Decision, refused } from "../decide"
import { accountsOf } from "../service-of"

/**
 * The logins of a customer or an admin.
 * @throws NOT_FOUND, or NOT_ALLOWED for who has none, and for oneself
 */
export const retrieveAccountStep = createStep(
  "retrieve-account",
  async ({ actor_type, actor_id, by }: Decision, { container }) => {
    const filters = { id: actor_id }
    const [found] =
      actor_type === "customer"
        ? await container.resolve(Modules.CUSTOMER).listCustomers(filters)
        : await container.resolve(Modules.USER).listUsers(filters)
    if (!found) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `${actor_type === "customer" ? "Customer" : "User"} with id: ${actor_id} was not found`
      )
    }
    if (actor_type === "user" && actor_id === by) {
      throw refused("Nobody suspends themselves")
    }
    const ids = await accountsOf(container).listIdentities({
      ...{ actor_type, actor_id },
    })
    if (ids.length === 0) {
      throw refused("Nobody signs in with it: there is nothing to suspend")
    }
    return new StepResponse(ids)
  }
)
