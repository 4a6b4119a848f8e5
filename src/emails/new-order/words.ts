import type { Words } from "../words"

type Texts = {
  subject: (number: string, total: string) => string
  title: (number: string) => string
  news: (total: string) => string
  cash: string
  action: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, total) => `New order ${number}: ${total}`,
    title: (number) => `New order ${number}`,
    news: (total) => `An order of ${total} was placed.`,
    cash: "It is paid in cash on delivery.",
    action: "Open the order",
  },
  de: {
    subject: (number, total) => `Neue Bestellung ${number}: ${total}`,
    title: (number) => `Neue Bestellung ${number}`,
    news: (total) => `Eine Bestellung über ${total} ist eingegangen.`,
    cash: "Sie wird bar bei der Lieferung bezahlt.",
    action: "Bestellung öffnen",
  },
}
