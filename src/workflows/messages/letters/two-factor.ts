import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import twoFactorCode, {
  type TwoFactorCodeData,
} from "../../../emails/two-factor-code"
import twoFactorReset, {
  type TwoFactorResetData,
} from "../../../emails/two-factor-reset"
import type { ReadLetter } from "../read-letter"
import { findAccount, letterTo, minutesUntil } from "./account"
import { nameOf } from "./order-letter"

/** The subject is the address. */
export const readTwoFactorCode: ReadLetter = async (
  container,
  { subject_id: email },
  { code = "", expires_at = "", actor_type }
) => {
  const isAdmin = actor_type === "user"
  const customer = isAdmin
    ? undefined
    : await findAccount(container, { email, has_account: true })
  const named = isAdmin ? await findUser(container, { email }) : customer
  const letter = letterTo<TwoFactorCodeData>(email, customer, twoFactorCode, {
    ...{ name: nameOf(named ?? null), code },
    minutes: minutesUntil(expires_at),
  })
  return { ...letter, secrets: [code] }
}

/** The subject is the id of the customer or the admin. */
export const readTwoFactorReset: ReadLetter = async (
  container,
  { subject_id: id, customer_id }
) => {
  const customer = customer_id
    ? await findAccount(container, { id })
    : undefined
  const owner = customer ?? (await findUser(container, { id }))
  if (!owner?.email) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The account is gone, or has no e-mail address"
    )
  }
  return letterTo<TwoFactorResetData>(owner.email, customer, twoFactorReset, {
    name: nameOf(owner),
  })
}

async function findUser(
  container: MedusaContainer,
  filters: { id?: string; email?: string }
) {
  const [user] = await container
    .resolve(Modules.USER)
    .listUsers(filters, { take: 1 })
  return user
}
