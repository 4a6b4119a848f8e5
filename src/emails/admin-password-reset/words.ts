import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { AdminPasswordResetData } from "."

export const WORDS: Words<LinkTexts<AdminPasswordResetData>> = {
  en: {
    subject: (shop) => `Choose a new password for the admin of ${shop}`,
    title: "Choose a new password",
    news: (shop) =>
      `somebody, you we hope, asked for a new password for your access to the admin of ${shop}.`,
    action: "Choose a new password",
    until: ({ minutes }) => `The link works for ${minutes} minutes, and once.`,
    notYou:
      "If it was not you, do nothing: your password stays as it is. Tell whoever runs the store.",
  },
  de: {
    subject: (shop) => `Neues Passwort für die Verwaltung von ${shop}`,
    title: "Neues Passwort wählen",
    news: (shop) =>
      `jemand, hoffentlich Sie, hat ein neues Passwort für Ihren Zugang zur Verwaltung von ${shop} angefordert.`,
    action: "Neues Passwort wählen",
    until: ({ minutes }) =>
      `Der Link gilt ${minutes} Minuten lang und nur einmal.`,
    notYou:
      "Waren Sie es nicht, tun Sie nichts: Ihr Passwort bleibt, wie es ist. Sagen Sie es dem Betreiber des Shops.",
  },
}
