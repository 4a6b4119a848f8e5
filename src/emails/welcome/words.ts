import type { Words } from "../words"

type Texts = {
  subject: (shop: string) => string
  title: string
  news: (shop: string) => string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (shop) => `Welcome to ${shop}`,
    title: "Welcome",
    news: (shop) =>
      `your account at ${shop} is ready: there you find your orders and addresses.`,
  },
  de: {
    subject: (shop) => `Willkommen bei ${shop}`,
    title: "Willkommen",
    news: (shop) =>
      `Ihr Konto bei ${shop} ist bereit: Dort finden Sie Ihre Bestellungen und Adressen.`,
  },
}
