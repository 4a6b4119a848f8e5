const SMALL_WORDS = new Set(
  "a an and at by de for from in of on or the to with".split(" ")
)
const ACRONYMS = new Set("bbq cd dvd led tv uk usb".split(" "))

/** The till's shorthand, and what it stands for. */
const SHORTHAND: [RegExp, string][] = [
  [/\b(?:s|set)\s?\/\s?(\d+)/g, "set of $1"],
  [/\bpack\s?\/\s?(\d+)/g, "pack of $1"],
  [/\bc\/cover\b/g, "cushion cover"],
  [/\bw\/?(?=\s)/g, "with"],
  [/\b(?:asstd|asst|assorted|ass)\b\.?/g, "assorted"],
]

/** One space between words, none around; stars and dangling punctuation gone. */
export function cleanDescription(text: string | null | undefined): string {
  return (text ?? "")
    .replace(/\s+/g, " ")
    .replace(/ ([,.])/g, "$1")
    .replace(/^[\s*]+|[\s,.\-/]+$/g, "")
}

/** Clerks note stock movements in small letters ("damages", "lost?"); products are in capitals. */
export function isStockNote(description: string): boolean {
  const isLowerCase =
    !/[A-Z]{2}/.test(description) && !/^[A-Z]\S+ [A-Z]/.test(description)
  return isLowerCase || description === "NO STOCK"
}

/** "SET/6 RED SPOTTY PAPER CUPS" → "Set of 6 Red Spotty Paper Cups". */
export function toTitle(description: string): string {
  const spelled = SHORTHAND.reduce(
    (text, [pattern, words]) => text.replace(pattern, words),
    description.toLowerCase()
  )
  return spelled
    .replace(/\s*\+\s*/g, " + ")
    .replace(/,(?=\S)/g, ", ")
    .split(" ")
    .map((word, index) =>
      index > 0 && SMALL_WORDS.has(word) ? word : capitalise(word)
    )
    .join(" ")
}

/** The first letter, and letters after a hyphen, slash, quote or bracket; not after an apostrophe or a number. */
function capitalise(word: string): string {
  return word.replace(
    /(^|[-/&("])([a-z]+)/g,
    (_, before: string, letters: string) =>
      ACRONYMS.has(letters)
        ? before + letters.toUpperCase()
        : before + letters.charAt(0).toUpperCase() + letters.slice(1)
  )
}

/** Unique and stable: the stock code is part of it. */
export function toHandle(title: string, code: string): string {
  return `${title}-${code}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
}
