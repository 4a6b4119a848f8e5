import { linkify, paragraphsOf } from "../plain-text-mail"

describe("a plain text as a mail", () => {
  it("is parted into paragraphs by blank lines, whatever ends its lines", () => {
    expect(paragraphsOf("One\r\ntwo\r\n  \r\n\nThree\n")).toEqual([
      ["One", "two"],
      ["Three"],
    ])
    expect(paragraphsOf(" \n\n")).toEqual([])
  })

  it("has its addresses as links, without what the sentence put after them", () => {
    expect(linkify("See (https://a.test/b?c=d), or http://e.test!")).toEqual([
      { text: "See (" },
      { text: "https://a.test/b?c=d", href: "https://a.test/b?c=d" },
      { text: "), or " },
      { text: "http://e.test", href: "http://e.test" },
      { text: "!" },
    ])
  })

  // The attack: a link that runs a script, or leaves its quotes.
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "https://",
    "http://[",
    "//evil.test",
  ])("makes no link of %s", (text) => {
    expect(linkify(text)).toEqual([{ text }])
  })

  it("ends a link where HTML would", () => {
    expect(linkify(`https://a.test/"onclick=x`)[0]?.href).toBe(
      "https://a.test/"
    )
  })
})
