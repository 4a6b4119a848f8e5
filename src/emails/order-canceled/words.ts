import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
  money: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) => `Your order ${number} at ${shop} is canceled`,
    title: "Your order is canceled",
    news: (number) => `your order ${number} was canceled and will not be sent.`,
    money:
      "What you have paid for it goes back the way it came; we will tell you when it is on its way.",
  },
  de: {
    subject: (number, shop) =>
      `Ihre Bestellung ${number} bei ${shop} ist storniert`,
    title: "Ihre Bestellung ist storniert",
    news: (number) =>
      `Ihre Bestellung ${number} wurde storniert und wird nicht verschickt.`,
    money:
      "Was Sie dafür bezahlt haben, geht auf demselben Weg zurück; wir melden uns, sobald es unterwegs ist.",
  },
}
