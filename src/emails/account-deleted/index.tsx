import { noticeMail } from "../notice-mail"
import { WORDS } from "./words"

export type AccountDeletedData = {
  /** Of the customer; empty when nobody told. */
  name: string
}

/** Tells a customer that their account is gone. */
export default noticeMail<AccountDeletedData>({
  sample: { name: "Asha Rao" },
  words: WORDS,
})
