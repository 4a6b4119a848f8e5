import type { NoticeTexts } from "../notice-mail"
import type { Words } from "../words"
import type { EmailChangeNoticeData } from "."

export const WORDS: Words<NoticeTexts<EmailChangeNoticeData>> = {
  en: {
    subject: (shop) => `A new e-mail address for your account at ${shop}`,
    title: "A new e-mail address",
    news: (shop, { email }) =>
      `somebody, you we hope, wishes to sign in to your account at ${shop} with ${email} instead of this address. We have mailed a link there; nothing changes until it is followed.`,
    notYou:
      "If it was not you, change your password at once: the link then opens nothing.",
  },
  de: {
    subject: (shop) => `Eine neue E-Mail-Adresse für Ihr Konto bei ${shop}`,
    title: "Eine neue E-Mail-Adresse",
    news: (shop, { email }) =>
      `jemand, hoffentlich Sie, möchte sich in Ihrem Konto bei ${shop} mit ${email} statt mit dieser Adresse anmelden. Wir haben einen Link dorthin gesandt; bis ihm jemand folgt, ändert sich nichts.`,
    notYou:
      "Waren Sie es nicht, ändern Sie sofort Ihr Passwort: Der Link öffnet dann nichts mehr.",
  },
}
