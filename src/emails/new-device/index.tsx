import { linkMail } from "../link-mail"
import { WORDS } from "./words"

export type NewDeviceData = {
  /** Of the customer; empty when nobody told. */
  name: string
  /** With the token behind its `#`. */
  link: string
  /** Such as "Firefox on Windows"; empty when it did not say. */
  device: string
  /** When it signed in, in milliseconds since 1970. */
  at: number
  /** How long the link works. */
  days: number
}

/** Tells a customer of a sign-in from a device that is new to their account. */
export default linkMail<NewDeviceData>({
  sample: {
    name: "Asha Rao",
    link: "https://shop.example.com/secure-account#token=sample",
    device: "Firefox on Windows",
    at: 1_795_341_600_000,
    days: 7,
  },
  words: WORDS,
})
