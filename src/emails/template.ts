import type { ReactElement } from "react"
import type { Brand } from "../modules/messages/options"

/** What every template knows beside its own data. */
export type Setting = {
  brand: Brand
  /** BCP 47, such as "de-AT". */
  locale: string
  /** Where the storefront lives, without a trailing slash. */
  storefrontUrl: string
  /** Lets the reader switch mails of this kind off; none where they cannot. */
  unsubscribeUrl?: string
}

/**
 * How one kind of message looks: the default export of `src/emails/<template>/index.tsx`.
 * Data is plain text; React escapes it, and the subject loses whatever is no one line.
 */
export type EmailTemplate<Data> = {
  /** For previews and tests: everything that may be there is there. */
  sample: Data
  subject(data: Data, setting: Setting): string
  body(data: Data, setting: Setting): ReactElement
  /** The same in some words, for a template that may go out as SMS. */
  sms?(data: Data, setting: Setting): string
}

/** What renders a template's data, wherever the data come from. */
export type Renderer<Data> = Omit<EmailTemplate<Data>, "sample">

export const defineTemplate = <Data>(template: EmailTemplate<Data>) => template
