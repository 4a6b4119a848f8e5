import { e164 } from "../phone"

describe("a phone number in international form", () => {
  it.each([
    ["+491512345678", "+491512345678"],
    ["+49 (151) 234-56.78", "+491512345678"],
    ["0049 151 2345678", "+491512345678"],
  ])("is read from %s", (text, expected) => {
    expect(e164(text)).toBe(expected)
  })

  it.each([
    ["0151 2345678"],
    ["9876543210"],
    ["+0151234567"],
    ["+1234567890123456"],
    ["+12345"],
    ["+49151234567x"],
    [""],
    [null],
    [undefined],
  ])("is not read from %s, which tells no country", (text) => {
    expect(e164(text)).toBeNull()
  })
})
