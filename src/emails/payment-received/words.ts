import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (amount: string, number: string) => string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) =>
      `Payment received for order ${number} at ${shop}`,
    title: "Thank you for your payment",
    news: (amount, number) =>
      `we have received ${amount} for your order ${number}.`,
  },
  de: {
    subject: (number, shop) =>
      `Zahlung für Ihre Bestellung ${number} bei ${shop} erhalten`,
    title: "Vielen Dank für Ihre Zahlung",
    news: (amount, number) =>
      `wir haben ${amount} für Ihre Bestellung ${number} erhalten.`,
  },
}
