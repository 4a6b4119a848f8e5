/** The same texts in several languages; English is always there. */
export type Words<Texts> = { en: Texts } & Record<string, Texts>

/** The texts of a locale: its own, else its language's, else the English ones. */
export function wordsFor<Texts>(locale: string, words: Words<Texts>): Texts {
  const [language = "en"] = locale.toLowerCase().split("-")
  return words[locale] ?? words[language] ?? words.en
}
