import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { InviteData } from "."

export const WORDS: Words<LinkTexts<InviteData>> = {
  en: {
    subject: (shop) => `You are invited to the admin of ${shop}`,
    title: "You are invited",
    news: (shop) => `you are invited to help run ${shop}.`,
    action: "Accept the invite",
    until: ({ hours }) =>
      hours === 1
        ? "The link works for an hour."
        : `The link works for ${hours} hours.`,
    notYou:
      "It makes whoever opens it an admin of the store: do not hand it on. If you expected no invite, ignore this mail.",
  },
  de: {
    subject: (shop) => `Einladung in die Verwaltung von ${shop}`,
    title: "Sie sind eingeladen",
    news: (shop) => `Sie sind eingeladen, ${shop} mit zu verwalten.`,
    action: "Einladung annehmen",
    until: ({ hours }) =>
      hours === 1
        ? "Der Link gilt eine Stunde lang."
        : `Der Link gilt ${hours} Stunden lang.`,
    notYou:
      "Wer ihn öffnet, kann den Shop verwalten: Geben Sie ihn nicht weiter. Erwarten Sie keine Einladung, so beachten Sie diese Mail nicht.",
  },
}
