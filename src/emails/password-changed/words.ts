import type { NoticeTexts } from "../notice-mail"
import type { Words } from "../words"
import type { PasswordChangedData } from "."

export const WORDS: Words<NoticeTexts<PasswordChangedData>> = {
  en: {
    subject: (shop) => `Your password at ${shop} was changed`,
    title: "Your password was changed",
    news: (shop) =>
      `the password of your account at ${shop} was changed. All other devices are signed out.`,
    notYou:
      "If it was not you, choose a new password at once: the sign-in page sends you a link.",
  },
  de: {
    subject: (shop) => `Ihr Passwort bei ${shop} wurde geändert`,
    title: "Ihr Passwort wurde geändert",
    news: (shop) =>
      `das Passwort Ihres Kontos bei ${shop} wurde geändert. Alle anderen Geräte sind abgemeldet.`,
    notYou:
      "Waren Sie es nicht, wählen Sie sofort ein neues Passwort: Die Anmeldeseite sendet Ihnen einen Link.",
  },
}
