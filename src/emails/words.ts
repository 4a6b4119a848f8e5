/** The same texts in several languages; English is always there. */
export type Words<Texts> = { en: Texts } & Record<string, Texts>

/** The texts of a locale: its own, else its language's, else the English ones. */
export function wordsFor<Texts>(locale: string, words: Words<Texts>): Texts {
  const [language = "en"] = locale.toLowerCase().split("-")
  return words[locale] ?? words[language] ?? words.en
}

/** What the suite's own templates speak. */
export const LANGUAGES = ["en", "de"] as const

/**
 * The locale that a message is written in: its recipient's if the suite speaks that language, else the store's.
 * @param wanted - BCP 47; what is none counts as nothing
 * @param speaksAll - of a host's own template, which may speak any language
 * @example chooseLocale("de-AT", "en") // "de-AT"
 * @example chooseLocale("sw", "de") // "de"
 */
export function chooseLocale(
  wanted: string | null,
  fallback: string,
  speaksAll = false
): string {
  const locale = canonical(wanted)
  const isSpoken = LANGUAGES.some(
    (language) => language === locale?.split("-")[0]
  )
  return locale && (isSpoken || speaksAll) ? locale : fallback
}

/** Formats of money and dates throw at what is no locale, and no mail would ever go out. */
function canonical(locale: string | null): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale ?? [])[0]
  } catch {
    return undefined
  }
}
