import { copyText, copyTexts } from "../copy-events"

/** The attack: a value that ends its cell, its row, or the copy. */
describe("copyText", () => {
  it.each([
    ["a\tb", "a\\tb"],
    ["a\nb", "a\\nb"],
    ["a\r\nb", "a\\r\\nb"],
    ["\\.", "\\\\."],
    ["\\N", "\\\\N"],
    ["", ""],
  ])("keeps %j within its cell", (value, written) => {
    const row = { first: value, last: "end" }
    expect(copyText([row, row], ["first", "last"])).toBe(
      `${written}\tend\n${written}\tend\n`
    )
  })

  it("comes in pieces that are the same in a row", () => {
    const rows = Array.from({ length: 1201 }, (_, n) => ({ n, text: `\t${n}` }))
    const pieces = [...copyTexts(rows, ["n", "text"])]
    expect(pieces).toHaveLength(3)
    expect(pieces.join("")).toBe(copyText(rows, ["n", "text"]))
  })

  it("writes nothing, truth and time as Postgres reads them", () => {
    const row = { none: null, yes: true, at: new Date(0) }
    expect(copyText([row], ["none", "yes", "at"])).toBe(
      "\\N\ttrue\t1970-01-01T00:00:00.000Z\n"
    )
  })
})
