import type { Translation } from "../translation"
import type { signInEn } from "./en"

export const signInDe: Translation<typeof signInEn> = {
  users: {
    copyResetPasswordLink: "Link für ein neues Passwort mailen",
    copyResetPasswordLinkSuccess:
      "Angefordert: Der Link geht per Mail an den Admin, für den er ist",
    copyResetPasswordLinkHint:
      "Er gilt einmal und 15 Minuten. Früher gemailte Links gelten nicht mehr.",
  },
}
