import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (amount: string, number: string) => string
  days: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) => `Money back for your order ${number} at ${shop}`,
    title: "Your money is on its way back",
    news: (amount, number) =>
      `we have given back ${amount} for your order ${number}.`,
    days: "It goes the way it came. Banks may take some days to show it.",
  },
  de: {
    subject: (number, shop) =>
      `Rückzahlung für Ihre Bestellung ${number} bei ${shop}`,
    title: "Ihr Geld ist auf dem Rückweg",
    news: (amount, number) =>
      `wir haben ${amount} für Ihre Bestellung ${number} zurückgezahlt.`,
    days: "Es geht denselben Weg zurück. Banken zeigen es manchmal erst nach einigen Tagen.",
  },
}
