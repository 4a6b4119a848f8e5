import type { LinkTexts } from "../link-mail"
import type { Words } from "../words"
import type { NewDeviceData } from "."

const momentIn = (locale: string, at: number) =>
  new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: "long", timeStyle: "short", timeZone: "UTC" },
  }).format(new Date(at))

export const WORDS: Words<LinkTexts<NewDeviceData>> = {
  en: {
    subject: (shop) => `New sign-in to your account at ${shop}`,
    title: "A new device",
    news: (shop) =>
      `somebody has just signed in to your account at ${shop} from a device that was not used there before.`,
    action: "This was not me",
    until: ({ device, at, days }) =>
      `It was ${device || "a program that does not say what it is"}, on ${momentIn("en", at)} UTC. The link works for ${days} days.`,
    notYou:
      "If it was you, there is nothing to do. If it was not, follow the link: your password stops working at once, and we send you another link to choose a new one.",
  },
  de: {
    subject: (shop) => `Neue Anmeldung in Ihrem Konto bei ${shop}`,
    title: "Ein neues Gerät",
    news: (shop) =>
      `gerade hat sich jemand in Ihrem Konto bei ${shop} von einem Gerät aus angemeldet, das dort noch nie benutzt wurde.`,
    action: "Das war ich nicht",
    until: ({ device, at, days }) =>
      `Es war ${device || "ein Programm, das nicht sagt, was es ist"}, am ${momentIn("de", at)} UTC. Der Link gilt ${days} Tage lang.`,
    notYou:
      "Waren Sie es, ist nichts zu tun. Waren Sie es nicht, folgen Sie dem Link: Ihr Passwort gilt dann sofort nicht mehr, und wir senden Ihnen einen weiteren Link, um ein neues zu wählen.",
  },
}
