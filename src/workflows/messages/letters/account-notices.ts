import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import accountDeleted from "../../../emails/account-deleted"
import accountExists from "../../../emails/account-exists"
import emailChange, { type EmailChangeData } from "../../../emails/email-change"
import emailChangeNotice from "../../../emails/email-change-notice"
import emailChanged from "../../../emails/email-changed"
import passwordChanged from "../../../emails/password-changed"
import { emailToken } from "../../accounts/email-token"
import { accountsOf } from "../../accounts/service-of"
import type { ReadLetter } from "../read-letter"
import { findAccount, letterTo, linkTo, minutesUntil } from "./account"
import { nameOf } from "./order-letter"

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)

/** @throws INVALID_DATA when it is gone */
async function retrieveAccount(container: MedusaContainer, id: string) {
  const customer = await findAccount(container, { id })
  if (!customer?.email) {
    throw invalid("The customer is gone, or has no e-mail address")
  }
  return { ...customer, email: customer.email }
}

/** The subject is the customer. */
export const readPasswordChanged: ReadLetter = async (
  container,
  { subject_id }
) => {
  const customer = await retrieveAccount(container, subject_id)
  const data = { name: nameOf(customer) }
  return letterTo(customer.email, customer, passwordChanged, data)
}

/** To the former address; the subject is the customer, who has the new one. */
export const readEmailChanged: ReadLetter = async (
  container,
  { subject_id, recipient }
) => {
  const customer = await retrieveAccount(container, subject_id)
  const data = { name: nameOf(customer), email: customer.email }
  return letterTo(recipient ?? "", customer, emailChanged, data)
}

/** Of the account there is nothing left to read. */
export const readAccountDeleted: ReadLetter = async (_, { recipient }) =>
  letterTo(recipient ?? "", undefined, accountDeleted, { name: "" })

/** To an address that somebody else may have typed: no name is told. */
export const readAccountExists: ReadLetter = async (_, { recipient }) =>
  letterTo(recipient ?? "", undefined, accountExists, { name: "" })

/** @throws INVALID_DATA for a wish that came true, or was replaced by another */
async function retrieveChange(container: MedusaContainer, id: string) {
  const [change] = await accountsOf(container).listEmailChanges(
    { id },
    { take: 1 }
  )
  if (!change) {
    throw invalid("The link was used, or replaced by another")
  }
  const customer = await retrieveAccount(container, change.customer_id)
  return { change, customer, name: nameOf(customer) }
}

/** The subject is the wish for another address. */
export const readEmailChange: ReadLetter = async (
  container,
  { subject_id }
) => {
  const { change, customer, name } = await retrieveChange(container, subject_id)
  const token = emailToken(change)
  const data: EmailChangeData = {
    name,
    link: linkTo("emailChange", { token }),
    minutes: minutesUntil(new Date(change.expires_at).toISOString()),
  }
  const letter = letterTo(change.new_email, customer, emailChange, data)
  return { ...letter, secrets: [token] }
}

export const readEmailChangeNotice: ReadLetter = async (
  container,
  { subject_id }
) => {
  const { change, customer, name } = await retrieveChange(container, subject_id)
  const data = { name, email: change.new_email }
  return letterTo(change.old_email, customer, emailChangeNotice, data)
}
