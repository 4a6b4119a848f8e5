import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { PasswordResetData } from "."

export const WORDS: Words<LinkTexts<PasswordResetData>> = {
  en: {
    subject: (shop) => `Choose a new password for ${shop}`,
    title: "Choose a new password",
    news: (shop) =>
      `somebody, you we hope, asked for a new password for your account at ${shop}.`,
    action: "Choose a new password",
    until: ({ minutes }) => `The link works for ${minutes} minutes, and once.`,
    notYou:
      "If it was not you, do nothing: your password stays as it is, and nobody but you has this link.",
  },
  de: {
    subject: (shop) => `Neues Passwort für ${shop} wählen`,
    title: "Neues Passwort wählen",
    news: (shop) =>
      `jemand, hoffentlich Sie, hat ein neues Passwort für Ihr Konto bei ${shop} angefordert.`,
    action: "Neues Passwort wählen",
    until: ({ minutes }) =>
      `Der Link gilt ${minutes} Minuten lang und nur einmal.`,
    notYou:
      "Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist, und niemand außer Ihnen hat diesen Link.",
  },
}
