import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type InviteData = {
  /** To the admin, with the token. */
  link: string
  /** How long it works, at least 1. */
  hours: number
}

/** Asks somebody to become an admin; nobody knows more of them than their address. */
export default linkMail<InviteData>({
  sample: {
    link: "https://store.example.com/app/invite?token=sample",
    hours: 24,
  },
  words: WORDS,
})
