import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { featureOptions, suiteOptions } from "../../../config/suite-options"
import emailVerification, {
  type EmailVerificationData,
} from "../../../emails/email-verification"
import passwordReset, {
  type PasswordResetData,
} from "../../../emails/password-reset"
import { renderEmail } from "../../../emails/render-email"
import type { Renderer } from "../../../emails/template"
import welcome, { type WelcomeData } from "../../../emails/welcome"
import type { Letter, ReadLetter } from "../read-letter"
import { type Named, nameOf } from "./order-letter"

type Account = Named & { id: string; email: string | null }

const MINUTE = 60_000

/** About a new account; the subject is the customer's id. */
export const readWelcome: ReadLetter = async (container, { subject_id }) => {
  const customer = await findAccount(container, { id: subject_id })
  if (!customer?.email) {
    throw invalid("The customer is gone, or has no e-mail address")
  }
  return letterTo<WelcomeData>(customer.email, customer, welcome, {
    name: nameOf(customer),
  })
}

/** The subject is the address; the token is Medusa's, and ends with it. */
export const readPasswordReset: ReadLetter = async (
  container,
  { subject_id: email },
  { token = "", expires_at = "" }
) => {
  const customer = await findAccount(container, { email, has_account: true })
  return letterTo<PasswordResetData>(email, customer, passwordReset, {
    name: nameOf(customer ?? null),
    link: linkTo("passwordReset", { token, email }),
    minutes: minutesUntil(expires_at),
  })
}

/** The subject is the address; the code is Medusa's. */
export const readEmailVerification: ReadLetter = async (
  container,
  { subject_id: email },
  { code = "", expires_at = "" }
) => {
  const customer = await findAccount(container, { email, has_account: true })
  return letterTo<EmailVerificationData>(email, customer, emailVerification, {
    name: nameOf(customer ?? null),
    link: linkTo("emailVerification", { code, email }),
    code,
    minutes: minutesUntil(expires_at),
  })
}

export async function findAccount(
  container: MedusaContainer,
  filters: { id?: string; email?: string; has_account?: boolean }
): Promise<Account | undefined> {
  const [customer] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(filters, { take: 1 })
  return customer
}

export const letterTo = <Data>(
  recipient: string,
  customer: Account | undefined,
  template: Renderer<Data>,
  data: Data
): Letter => ({
  recipient,
  customer_id: customer?.id ?? null,
  ...{ order_id: null, locale: null },
  render: (setting, own: Renderer<unknown> = template) =>
    renderEmail(own, data, setting),
})

/** A page of the storefront; what opens a door stands behind the `#`, which browsers keep to themselves. */
export function linkTo(
  page: "passwordReset" | "emailVerification" | "secureAccount" | "emailChange",
  secrets: Record<string, string>
) {
  const { storefrontUrl } = suiteOptions().general
  const { links } = featureOptions("messages")
  const url = new URL(links[page], `${storefrontUrl}/`)
  return `${url}#${new URLSearchParams(secrets)}`
}

/** @throws INVALID_DATA when there is nothing left of it: a dead link helps nobody */
export function minutesUntil(moment: string) {
  const minutes = Math.floor((Date.parse(moment) - Date.now()) / MINUTE)
  if (!(minutes >= 1)) {
    throw invalid("The link had run out before the mail could be sent")
  }
  return minutes
}

const invalid = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
