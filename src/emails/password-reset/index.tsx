import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type PasswordResetData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the token behind its `#`. */
  link: string
  minutes: number
}

/** Lets a customer choose a new password. */
export default linkMail<PasswordResetData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/reset-password#token=sample",
    minutes: 15,
  },
  words: WORDS,
})
