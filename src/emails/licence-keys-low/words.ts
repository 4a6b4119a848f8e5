import type { Words } from "../words"

type Texts = {
  subject: (title: string, free: number) => string
  title: string
  news: (title: string, free: number) => string
  waiting: (count: number) => string
  next: string
  action: string
}

const left = (free: number) =>
  ["No licence key is", "One licence key is"][free] ??
  `${free} licence keys are`

const remaining = (free: number) =>
  ["ist kein Lizenzschlüssel mehr da", "ist noch ein Lizenzschlüssel da"][
    free
  ] ?? `sind noch ${free} Lizenzschlüssel da`

export const WORDS: Words<Texts> = {
  en: {
    subject: (title, free) => `${left(free)} left for ${title}`,
    title: "Licence keys run out",
    news: (title, free) => `${left(free)} left for ${title}.`,
    waiting: (count) =>
      count === 1
        ? "One unit that was paid for waits for its key."
        : `${count} units that were paid for wait for their keys.`,
    next: "Without a key buyers get their files all the same, and the key as soon as there is one.",
    action: "Import keys",
  },
  de: {
    subject: (title, free) => `Für ${title} ${remaining(free)}`,
    title: "Die Lizenzschlüssel gehen aus",
    news: (title, free) => `Für ${title} ${remaining(free)}.`,
    waiting: (count) =>
      count === 1
        ? "Ein bezahltes Stück wartet auf seinen Schlüssel."
        : `${count} bezahlte Stücke warten auf ihren Schlüssel.`,
    next: "Auch ohne Schlüssel bekommen Käufer ihre Dateien, und den Schlüssel, sobald einer da ist.",
    action: "Schlüssel importieren",
  },
}
