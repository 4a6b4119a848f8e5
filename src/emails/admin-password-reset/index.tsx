import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type AdminPasswordResetData = {
  /** Of the admin; empty when nobody told. */
  name: string
  /** To the admin, with the token. */
  link: string
  minutes: number
}

/** Lets an admin choose a new password. */
export default linkMail<AdminPasswordResetData>({
  sample: {
    name: "Asha Rao",
    link: "https://store.example.com/app/reset-password?token=sample",
    minutes: 15,
  },
  words: WORDS,
})
