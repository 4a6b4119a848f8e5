import { noticeMail } from "../notice-mail"
import { WORDS } from "./words"

export type EmailChangeNoticeData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** The new address. */
  email: string
}

/** Tells the address of now that another one is wished for. */
export default noticeMail<EmailChangeNoticeData>({
  sample: { name: "Asha Rao", email: "asha@example.com" },
  words: WORDS,
})
