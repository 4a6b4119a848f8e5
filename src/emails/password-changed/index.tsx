import { noticeMail } from "../notice-mail"
import { WORDS } from "./words"

export type PasswordChangedData = {
  /** Of the customer; empty when nobody told. */
  name: string
}

/** Tells a customer that their password is another one now. */
export default noticeMail<PasswordChangedData>({
  sample: { name: "Asha Rao" },
  words: WORDS,
})
