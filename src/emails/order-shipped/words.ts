import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  sms: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
  tracking: (number: string) => string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) => `Your order ${number} at ${shop} is on its way`,
    sms: (number, shop) =>
      `${shop}: a parcel of your order ${number} is on its way.`,
    title: "Your parcel is on its way",
    news: (number) => `a parcel of your order ${number} has left us.`,
    tracking: (number) => `Tracking number: ${number}`,
  },
  de: {
    subject: (number, shop) =>
      `Ihre Bestellung ${number} bei ${shop} ist unterwegs`,
    sms: (number, shop) =>
      `${shop}: Ein Paket Ihrer Bestellung ${number} ist unterwegs.`,
    title: "Ihr Paket ist unterwegs",
    news: (number) =>
      `ein Paket Ihrer Bestellung ${number} hat unser Haus verlassen.`,
    tracking: (number) => `Sendungsnummer: ${number}`,
  },
}
