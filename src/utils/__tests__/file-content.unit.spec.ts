import { FILE_CONTENT_TYPES, HEAD_BYTES, isContent } from "../file-content"

const of = (text: string) => Buffer.from(text, "latin1")

describe("isContent", () => {
  // The attack: a page with a script, sold or previewed as a picture.
  it.each(FILE_CONTENT_TYPES)("takes no page for %s", (type) => {
    const page = of("\n<!DOCTYPE html><script>alert(1)</script>")
    expect(isContent(type, page.subarray(0, HEAD_BYTES))).toBe(false)
  })

  it("knows what it is told", () => {
    expect(isContent("application/pdf", of("%PDF-1.7\n%âãÏÓ"))).toBe(true)
    expect(isContent("image/png", of("\x89PNG\r\n\x1a\n0000"))).toBe(true)
    expect(isContent("audio/wav", of("RIFF\x24\0\0\0WAVEfmt "))).toBe(true)
    expect(isContent("text/plain", of("Hello"))).toBe(true)
  })

  it("takes no zip for an e-book and no program for anything", () => {
    expect(isContent("application/epub+zip", of("PK\x03\x04"))).toBe(false)
    const program = of("MZ\x90\0\x03\0\0\0")
    expect(
      FILE_CONTENT_TYPES.filter((type) => isContent(type, program))
    ).toEqual([])
    expect(isContent("constructor", program)).toBe(false)
  })
})
