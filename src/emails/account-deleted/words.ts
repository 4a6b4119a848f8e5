import type { NoticeTexts } from "../notice-mail"
import type { Words } from "../words"
import type { AccountDeletedData } from "."

export const WORDS: Words<NoticeTexts<AccountDeletedData>> = {
  en: {
    subject: (shop) => `Your account at ${shop} was deleted`,
    title: "Your account was deleted",
    news: (shop) =>
      `as you wished, your account at ${shop} was deleted. Nobody can sign in with it any more; your orders stay with us as long as the law asks for it.`,
    notYou: "If it was not you, answer this mail.",
  },
  de: {
    subject: (shop) => `Ihr Konto bei ${shop} wurde gelöscht`,
    title: "Ihr Konto wurde gelöscht",
    news: (shop) =>
      `wie gewünscht wurde Ihr Konto bei ${shop} gelöscht. Niemand kann sich mehr damit anmelden; Ihre Bestellungen bleiben bei uns, solange das Gesetz es verlangt.`,
    notYou: "Waren Sie es nicht, antworten Sie auf diese Mail.",
  },
}
