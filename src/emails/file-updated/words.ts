import type { Words } from "../words"

type Texts = {
  subject: (title: string, shop: string) => string
  title: string
  news: (title: string, number: string) => string
  file: (filename: string, version: number) => string
  action: string
}

export const WORDS: Words<Texts> = {
  en: {
    subject: (title, shop) => `A new version of ${title} at ${shop}`,
    title: "There is a new version",
    news: (title, number) =>
      `there is a new version of ${title}, which you bought with your order ${number}.`,
    file: (filename, version) => `${filename}, version ${version}`,
    action: "To the downloads",
  },
  de: {
    subject: (title, shop) => `Eine neue Version von ${title} bei ${shop}`,
    title: "Es gibt eine neue Version",
    news: (title, number) =>
      `von ${title} aus Ihrer Bestellung ${number} gibt es eine neue Version.`,
    file: (filename, version) => `${filename}, Version ${version}`,
    action: "Zu den Downloads",
  },
}
