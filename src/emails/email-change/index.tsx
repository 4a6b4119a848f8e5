import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type EmailChangeData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the token behind its `#`. */
  link: string
  minutes: number
}

/** Lets a customer confirm the address that they wish to sign in with. */
export default linkMail<EmailChangeData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/confirm-email#token=sample",
    minutes: 60,
  },
  words: WORDS,
})
