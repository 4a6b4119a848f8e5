import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  sms: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) => `Your order ${number} at ${shop} has arrived`,
    sms: (number, shop) =>
      `${shop}: a parcel of your order ${number} has arrived.`,
    title: "Your parcel has arrived",
    news: (number) => `a parcel of your order ${number} was delivered.`,
  },
  de: {
    subject: (number, shop) =>
      `Ihre Bestellung ${number} bei ${shop} ist angekommen`,
    sms: (number, shop) =>
      `${shop}: Ein Paket Ihrer Bestellung ${number} ist angekommen.`,
    title: "Ihr Paket ist angekommen",
    news: (number) => `ein Paket Ihrer Bestellung ${number} wurde zugestellt.`,
  },
}
