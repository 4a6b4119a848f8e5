import type { Words } from "../words"

type Texts = {
  subject: (shop: string) => string
  title: string
  news: (shop: string) => string
  next: string
  notYou: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (shop) => `Your second factor at ${shop} was switched off`,
    title: "Second factor switched off",
    news: (shop) =>
      `an administrator of ${shop} has switched off the second factor of your account, and its recovery codes.`,
    next: "Your password alone signs you in now. Set up a second factor again when you do.",
    notYou:
      "If you did not ask for this, change your password at once and tell the shop.",
  },
  de: {
    subject: (shop) => `Ihr zweiter Faktor bei ${shop} wurde abgeschaltet`,
    title: "Zweiter Faktor abgeschaltet",
    news: (shop) =>
      `ein Administrator von ${shop} hat den zweiten Faktor Ihres Kontos samt Wiederherstellungscodes abgeschaltet.`,
    next: "Zur Anmeldung genügt jetzt Ihr Passwort. Richten Sie danach wieder einen zweiten Faktor ein.",
    notYou:
      "Haben Sie nicht darum gebeten, ändern Sie sofort Ihr Passwort und sagen Sie es dem Shop.",
  },
}
