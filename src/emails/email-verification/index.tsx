import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type EmailVerificationData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the code behind its `#`. */
  link: string
  /** For whoever would rather type it. */
  code: string
  minutes: number
}

/** Lets a customer confirm that an address is theirs. */
export default linkMail<EmailVerificationData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/verify-email#code=sample",
    code: "sample",
    minutes: 15,
  },
  words: WORDS,
})
