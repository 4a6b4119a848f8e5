import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import adminPasswordReset, {
  type AdminPasswordResetData,
} from "../../../emails/admin-password-reset"
import invite, { type InviteData } from "../../../emails/invite"
import type { ReadLetter } from "../read-letter"
import { letterTo, minutesUntil } from "./account"
import { nameOf } from "./order-letter"

/** The subject is the address; the token is Medusa's, and ends with it. */
export const readAdminPasswordReset: ReadLetter = async (
  container,
  { subject_id: email },
  { token = "", expires_at = "" }
) => {
  const [user] = await container
    .resolve(Modules.USER)
    .listUsers({ email }, { take: 1 })
  return letterTo<AdminPasswordResetData>(
    email,
    undefined,
    adminPasswordReset,
    {
      name: nameOf(user ?? null),
      link: adminLink("reset-password", token),
      minutes: minutesUntil(expires_at),
    }
  )
}

/** The subject is the invite's id. */
export const readInvite: ReadLetter = async (
  container,
  { subject_id },
  { token = "", expires_at = "" }
) => {
  const email = await invited(container, subject_id, token)
  return letterTo<InviteData>(email, undefined, invite, {
    link: adminLink("invite", token),
    hours: Math.max(1, Math.round(minutesUntil(expires_at) / 60)),
  })
}

/** @throws INVALID_DATA when it was accepted, taken back or sent anew: its link opens nothing */
async function invited(container: MedusaContainer, id: string, token: string) {
  const [found] = await container
    .resolve(Modules.USER)
    .listInvites({ id }, { take: 1 })
  if (!found || found.accepted || found.token !== token) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The invite was accepted, taken back or sent anew"
    )
  }
  return found.email
}

/** Medusa's own pages, which read their token from the query and from nowhere else. */
const adminLink = (page: "invite" | "reset-password", token: string) =>
  `${featureOptions("messages").adminUrl}/${page}?${new URLSearchParams({ token })}`
