import { chooseLocale, wordsFor } from "../words"

const WORDS = { en: "Hello", de: "Hallo", "de-AT": "Servus" }

it.each([
  ["de-AT", "Servus"],
  ["de-CH", "Hallo"],
  ["de", "Hallo"],
  ["en-IN", "Hello"],
  ["sw", "Hello"],
])("the words of %s are %s", (locale, words) => {
  expect(wordsFor(locale, WORDS)).toBe(words)
})

describe("a message is written in", () => {
  it.each([
    ["its recipient's language", "de-AT", "en", "de-AT"],
    ["the store's, when nobody chose one", null, "de", "de"],
    ["the store's, when the suite does not speak that", "sw-KE", "de", "de"],
    ["the language that was meant", "DE-at", "en", "de-AT"],
    // The attack: a cart whose language is rubbish, so that its order is never confirmed.
    ["the store's, when it is none", "no such language!", "de", "de"],
    ["the store's, when it is none", "", "en", "en"],
    ["the store's, when it is none", "x".repeat(5000), "en", "en"],
  ])("%s: %j in a store in %s", (_, wanted, fallback, expected) => {
    expect(chooseLocale(wanted, fallback)).toBe(expected)
  })

  it("any language by a host's own template", () => {
    expect(chooseLocale("sw-KE", "de", true)).toBe("sw-KE")
    expect(chooseLocale("no such language!", "de", true)).toBe("de")
  })
})
