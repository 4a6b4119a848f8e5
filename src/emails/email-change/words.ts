import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { EmailChangeData } from "."

export const WORDS: Words<LinkTexts<EmailChangeData>> = {
  en: {
    subject: (shop) => `Confirm your new e-mail address for ${shop}`,
    title: "Confirm your new e-mail address",
    news: (shop) =>
      `you asked to sign in to your account at ${shop} with this address.`,
    action: "Use this address",
    until: ({ minutes }) =>
      `The link works for ${minutes} minutes, and once. You then sign in anew on all your devices.`,
    notYou: "If you asked for nothing, ignore this mail.",
  },
  de: {
    subject: (shop) => `Neue E-Mail-Adresse für ${shop} bestätigen`,
    title: "Neue E-Mail-Adresse bestätigen",
    news: (shop) =>
      `Sie möchten sich in Ihrem Konto bei ${shop} mit dieser Adresse anmelden.`,
    action: "Diese Adresse verwenden",
    until: ({ minutes }) =>
      `Der Link gilt ${minutes} Minuten lang und nur einmal. Danach melden Sie sich auf allen Geräten neu an.`,
    notYou: "Haben Sie nichts angefordert, so beachten Sie diese Mail nicht.",
  },
}
