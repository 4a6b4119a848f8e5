import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
  action: string
  yours: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) =>
      `The downloads of your order ${number} at ${shop}`,
    title: "Your downloads are ready",
    news: (number) =>
      `your order ${number} is paid, and this is ready to be downloaded:`,
    action: "To the downloads",
    yours:
      "The link is yours alone: whoever has it can download what you bought.",
  },
  de: {
    subject: (number, shop) =>
      `Die Downloads Ihrer Bestellung ${number} bei ${shop}`,
    title: "Ihre Downloads sind bereit",
    news: (number) =>
      `Ihre Bestellung ${number} ist bezahlt, und dies steht zum Herunterladen bereit:`,
    action: "Zu den Downloads",
    yours:
      "Der Link gehört Ihnen allein: Wer ihn hat, kann herunterladen, was Sie gekauft haben.",
  },
}
