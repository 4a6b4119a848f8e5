import { noticeMail } from "../notice-mail"
import { WORDS } from "./words"

export type EmailChangedData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** The new address. */
  email: string
}

/** Tells the former address that an account has another one now. */
export default noticeMail<EmailChangedData>({
  sample: { name: "Asha Rao", email: "asha@example.com" },
  words: WORDS,
})
