const URLS = /https?:\/\/[^\s<>"'`]+/g
/** What stands after an address in a sentence. */
const TRAILING = /[.,;:!?)\]}]+$/

type Part = { text: string; href?: string }

/** A plain text's paragraphs, which a blank line parts, each as its lines. */
export const paragraphsOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => paragraph.split("\n"))

/**
 * A line's parts; http and https addresses in it are links, and nothing else ever is.
 * @example linkify("See https://a.test.") // [{ text: "See " }, { text: "https://a.test", href: … }, { text: "." }]
 */
export function linkify(line: string): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { 0: found, index } of line.matchAll(URLS)) {
    const url = found.replace(TRAILING, "")
    if (URL.canParse(url)) {
      parts.push({ text: line.slice(done, index) }, { text: url, href: url })
      done = index + url.length
    }
  }
  return [...parts, { text: line.slice(done) }].filter(({ text }) => text)
}
