import type { Words } from "../words"

type Texts = {
  subject: (shop: string) => string
  title: string
  news: (shop: string) => string
  action: string
  until: (minutes: number) => string
  notYou: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (shop) => `Confirm your e-mail address for ${shop}`,
    title: "Confirm your e-mail address",
    news: (shop) =>
      `please confirm that this address is yours, so that your account at ${shop} can be used.`,
    action: "Confirm the address",
    until: (minutes) => `The link works for ${minutes} minutes.`,
    notYou: "If you have no account with us, ignore this mail.",
  },
  de: {
    subject: (shop) => `E-Mail-Adresse für ${shop} bestätigen`,
    title: "E-Mail-Adresse bestätigen",
    news: (shop) =>
      `bitte bestätigen Sie, dass diese Adresse Ihnen gehört, damit Ihr Konto bei ${shop} benutzt werden kann.`,
    action: "Adresse bestätigen",
    until: (minutes) => `Der Link gilt ${minutes} Minuten lang.`,
    notYou: "Haben Sie kein Konto bei uns, so beachten Sie diese Mail nicht.",
  },
}
