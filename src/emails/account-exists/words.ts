import type { NoticeTexts } from "../notice-mail"
import type { Words } from "../words"
import type { AccountExistsData } from "."

export const WORDS: Words<NoticeTexts<AccountExistsData>> = {
  en: {
    subject: (shop) => `You already have an account at ${shop}`,
    title: "You already have an account",
    news: (shop) =>
      `somebody, you perhaps, wished to use this address for an account at ${shop}. It has one already: sign in with it, or ask for a new password on the sign-in page.`,
    notYou:
      "If it was not you, there is nothing to do: nothing has changed, and whoever it was has learned nothing.",
  },
  de: {
    subject: (shop) => `Sie haben schon ein Konto bei ${shop}`,
    title: "Sie haben schon ein Konto",
    news: (shop) =>
      `jemand, vielleicht Sie, wollte diese Adresse für ein Konto bei ${shop} verwenden. Sie hat schon eines: Melden Sie sich damit an, oder fordern Sie auf der Anmeldeseite ein neues Passwort an.`,
    notYou:
      "Waren Sie es nicht, ist nichts zu tun: Nichts hat sich geändert, und wer es war, hat nichts erfahren.",
  },
}
