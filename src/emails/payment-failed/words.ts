import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (amount: string, number: string) => string
  next: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) =>
      `The payment of your order ${number} at ${shop} failed`,
    title: "Your payment did not arrive",
    news: (amount, number) =>
      `the payment of ${amount} for your order ${number} failed, and no money was taken.`,
    next: "We cannot send the order before it is paid. Answer this mail if you would like to pay it another way.",
  },
  de: {
    subject: (number, shop) =>
      `Die Zahlung Ihrer Bestellung ${number} bei ${shop} ist fehlgeschlagen`,
    title: "Ihre Zahlung ist nicht angekommen",
    news: (amount, number) =>
      `die Zahlung von ${amount} für Ihre Bestellung ${number} ist fehlgeschlagen; es wurde nichts abgebucht.`,
    next: "Wir können die Bestellung erst verschicken, wenn sie bezahlt ist. Antworten Sie auf diese Mail, wenn Sie anders zahlen möchten.",
  },
}
