import type { NoticeTexts } from "../notice-mail"
import type { Words } from "../words"
import type { EmailChangedData } from "."

export const WORDS: Words<NoticeTexts<EmailChangedData>> = {
  en: {
    subject: (shop) => `Your account at ${shop} has a new e-mail address`,
    title: "Your e-mail address was changed",
    news: (shop, { email }) =>
      `your account at ${shop} now signs in with ${email}, and no longer with this address. All devices are signed out.`,
    notYou: "If it was not you, answer this mail at once.",
  },
  de: {
    subject: (shop) => `Ihr Konto bei ${shop} hat eine neue E-Mail-Adresse`,
    title: "Ihre E-Mail-Adresse wurde geändert",
    news: (shop, { email }) =>
      `Ihr Konto bei ${shop} meldet sich nun mit ${email} an und nicht mehr mit dieser Adresse. Alle Geräte sind abgemeldet.`,
    notYou: "Waren Sie es nicht, antworten Sie sofort auf diese Mail.",
  },
}
