import type { Words } from "../words"

type Texts = {
  subject: (number: string, shop: string) => string
  title: string
  news: (number: string) => string
  money: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (number, shop) =>
      `What you sent back of order ${number} has reached ${shop}`,
    title: "Your return is here",
    news: (number) => `what you sent back of your order ${number} is here.`,
    money: "If money is due to you, we will tell you when it is on its way.",
  },
  de: {
    subject: (number, shop) =>
      `Ihre Rücksendung zur Bestellung ${number} ist bei ${shop} angekommen`,
    title: "Ihre Rücksendung ist da",
    news: (number) =>
      `Ihre Rücksendung zur Bestellung ${number} ist bei uns angekommen.`,
    money: "Steht Ihnen Geld zu, so melden wir uns, sobald es unterwegs ist.",
  },
}
