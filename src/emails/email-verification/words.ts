import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { EmailVerificationData } from "."

export const WORDS: Words<LinkTexts<EmailVerificationData>> = {
  en: {
    subject: (shop) => `Confirm your e-mail address for ${shop}`,
    title: "Confirm your e-mail address",
    news: (shop) =>
      `please confirm that this address is yours, so that your account at ${shop} can be used.`,
    action: "Confirm the address",
    until: ({ code, minutes }) =>
      `The link works for ${minutes} minutes, and so does its code: ${code}`,
    notYou: "If you have no account with us, ignore this mail.",
  },
  de: {
    subject: (shop) => `E-Mail-Adresse für ${shop} bestätigen`,
    title: "E-Mail-Adresse bestätigen",
    news: (shop) =>
      `bitte bestätigen Sie, dass diese Adresse Ihnen gehört, damit Ihr Konto bei ${shop} benutzt werden kann.`,
    action: "Adresse bestätigen",
    until: ({ code, minutes }) =>
      `Der Link gilt ${minutes} Minuten lang, und ebenso sein Code: ${code}`,
    notYou: "Haben Sie kein Konto bei uns, so beachten Sie diese Mail nicht.",
  },
}
