/** What the query parser reads as `locale` or a part of it: `locale`, `locale[]`, `locale[a]`, `[locale]`. */
const ANY_LOCALE = /^\[?locale([[\]]|$)/
/** No language tag: a validator refuses it, and core finds no translation for it. */
const NO_LOCALE = "*"

/**
 * Medusa's locale middleware takes the locale for a string; given a list (`locale=a&locale=b`,
 * `locale[]=a`) it fails where no error handler hears of it, and the request never ends.
 * @returns the request's target with at most one plain `locale`
 */
export function withSingleLocale(target: string): string {
  const [path = "", query] = splitOnce(target, "?")
  if (query === undefined) {
    return target
  }
  const parameters = new URLSearchParams(query)
  const given = [...parameters.keys()].filter((key) => ANY_LOCALE.test(key))
  if (given.length === 0 || (given.length === 1 && given[0] === "locale")) {
    return target
  }
  for (const key of given) {
    parameters.delete(key)
  }
  parameters.set("locale", NO_LOCALE)
  return `${path}?${parameters}`
}

function splitOnce(
  text: string,
  separator: string
): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
