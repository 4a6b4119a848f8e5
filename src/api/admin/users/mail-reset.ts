import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import { askForReset } from "../../auth/queue-reset"

/** Where the suite sends no messages, whatever else hears Medusa's event may mail the link; the token stays inside. */
const UNMAILED =
  "The event auth.password_reset is raised. The feature messages is switched off: the link goes out only if something else of this store mails it."

/**
 * In place of Medusa's route, which hands any admin the token to another's account: the link goes to its owner.
 * @throws NOT_FOUND for an admin who does not exist
 */
export async function mailReset(req: MedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  const users = req.scope.resolve(Modules.USER)
  const [user] = await users.listUsers({ id }, { take: 1, select: ["email"] })
  if (!user) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `User with id: ${id} was not found`
    )
  }
  await askForReset(req.scope, {
    ...{ actor_type: "user", provider: "emailpass" },
    identifier: user.email,
  })
  res
    .status(202)
    .json(
      isOff("messages")()
        ? { mailed: false, message: UNMAILED }
        : { mailed: true }
    )
}
