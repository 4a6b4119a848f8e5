import { noticeMail } from "../notice-mail"
import { WORDS } from "./words"

export type AccountExistsData = {
  /** Of the customer; empty when nobody told. */
  name: string
}

/** Tells whose address somebody wished to use that it has an account already. */
export default noticeMail<AccountExistsData>({
  sample: { name: "Asha Rao" },
  words: WORDS,
})
