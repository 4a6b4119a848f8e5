import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { suiteSecret } from "../../config/suite-options"
import type { OptionalCategory } from "../../types/messages-preferences"
import { checkUnsubscribeToken } from "../../utils/unsubscribe-token"
import { setMessagePreferencesWorkflow } from "../../workflows/messages"

/**
 * Switches off what a mail's token names. No rate limit: checking one costs a hash, none can be
 * guessed, and mail providers send everybody's clicks from a few addresses.
 * @throws NOT_FOUND when the token is forged or has run out
 */
export async function unsubscribe(
  container: MedusaContainer,
  token: string
): Promise<OptionalCategory> {
  const given = checkUnsubscribeToken(token, suiteSecret(), Date.now())
  if (!given) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "token: this link does not work, or not any more"
    )
  }
  const { category, customerId: customer_id } = given
  await setMessagePreferencesWorkflow(container).run({
    input: {
      customer_id,
      preferences: { [category]: false },
      chosen_by: "link",
    },
  })
  return category
}
