import { randomBytes } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { mailResetLink } from "../common/mail-reset-link"

/** The only one of Medusa's providers with a password of its own. */
const PROVIDER = "emailpass"
const PASSWORD_BYTES = 48

type Actor = { actor_type: string; actor_id: string }

/**
 * Makes the password of an actor worthless. Once only: later it would be the one that they chose
 * meanwhile. Who signs in elsewhere, as with Google, has no password here.
 *
 * @throws UNEXPECTED_STATE when the password could not be replaced
 */
export async function replacePasswords(
  container: MedusaContainer,
  actor: Actor
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  for (const entity_id of await passwordLogins(container, actor)) {
    const { success, error } = await auth.updateProvider(PROVIDER, {
      entity_id,
      password: randomBytes(PASSWORD_BYTES).toString("base64"),
    })
    if (!success) {
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        `The password of ${actor.actor_id} was not replaced: ${error}`
      )
    }
  }
}

/** Mails an actor a link to choose another password. Again is harmless: there is one more mail. */
export async function mailResets(
  container: MedusaContainer,
  actor: Actor
): Promise<void> {
  for (const entity_id of await passwordLogins(container, actor)) {
    await mailResetLink(container, {
      ...{ actor_type: actor.actor_type, provider: PROVIDER, entity_id },
    })
  }
}

async function passwordLogins(
  container: MedusaContainer,
  { actor_type, actor_id }: Actor
): Promise<string[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "auth_identity",
      fields: ["provider_identities.entity_id", "provider_identities.provider"],
      filters: { app_metadata: { [`${actor_type}_id`]: actor_id } },
    })
  return data
    .flatMap(({ provider_identities: logins }) => logins ?? [])
    .flatMap((login) => (login?.provider === PROVIDER ? [login.entity_id] : []))
}
