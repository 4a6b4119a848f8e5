import type { Words } from "../words"

type Texts = {
  subject: (shop: string) => string
  title: string
  news: (shop: string) => string
  until: (minutes: number) => string
  notYou: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (shop) => `Your code for ${shop}`,
    title: "Your code",
    news: (shop) => `this is the code that ${shop} has just asked you for:`,
    until: (minutes) =>
      `It works for ${minutes} minutes, and once. Nobody from the shop will ever ask you for it.`,
    notYou:
      "If you did not ask for it, somebody knows your password: choose another one.",
  },
  de: {
    subject: (shop) => `Ihr Code für ${shop}`,
    title: "Ihr Code",
    news: (shop) =>
      `dies ist der Code, nach dem ${shop} Sie gerade gefragt hat:`,
    until: (minutes) =>
      `Er gilt ${minutes} Minuten lang und nur einmal. Niemand vom Shop wird Sie je danach fragen.`,
    notYou:
      "Haben Sie ihn nicht angefordert, kennt jemand Ihr Passwort: Wählen Sie ein anderes.",
  },
}
