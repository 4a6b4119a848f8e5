import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { ACCOUNTS_MODULE } from "../../modules/accounts"
import type AccountsModuleService from "../../modules/accounts/service"
import { inCartsTurn } from "../common/in-carts-turn"

export const accountsOf = (container: Pick<MedusaContainer, "resolve">) =>
  container.resolve<AccountsModuleService>(ACCOUNTS_MODULE)

/** In seconds; a password is looked at and made in less. */
const PATIENCE = 15

/**
 * What changes a login happens one after another: of eight requests at once with the same old password the first
 * changes it, and to the others it is wrong.
 * @throws CONFLICT when others take too long
 */
export async function inAccountsTurn<Result>(
  container: MedusaContainer,
  authIdentityId: string,
  work: () => Promise<Result>
): Promise<Result> {
  const key = `accounts:${authIdentityId}`
  const turn = await inCartsTurn(container, key, work, PATIENCE)
  if (!turn) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      "The account is being changed by another request; try again"
    )
  }
  return turn.result
}
