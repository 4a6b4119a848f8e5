import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type NewDeviceData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the token behind its `#`. */
  link: string
  /** Such as "Firefox on Windows"; empty when it did not say. */
  device: string
  /** When it signed in, ISO 8601. */
  at: string
  /** How long the link works. */
  days: number
}

/** Tells a customer of a sign-in from a device that is new to their account. */
export default linkMail<NewDeviceData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/secure-account#token=sample",
    device: "Firefox on Windows",
    at: "2026-11-22T10:00:00Z",
    days: 7,
  },
  words: WORDS,
})
