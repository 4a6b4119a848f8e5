import { hashMailCode, makeMailCode } from "../mail-code"

describe("a mailed code", () => {
  it("has six digits, and is another each time", () => {
    const codes = Array.from({ length: 1000 }, makeMailCode)
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
    expect(new Set(codes).size).toBeGreaterThan(990)
  })

  // The attack: a copy of the database, and a million codes to try on it.
  it("rests as a hash that takes the secret, and tells nothing about another's", () => {
    const hash = hashMailCode("authmfa_1", "123456", "a secret")
    expect(hash).not.toContain("123456")
    expect(hashMailCode("authmfa_1", "123456", "a secret")).toBe(hash)
    expect(hashMailCode("authmfa_1", "123456", "another")).not.toBe(hash)
    expect(hashMailCode("authmfa_2", "123456", "a secret")).not.toBe(hash)
    expect(hashMailCode("authmfa_1", "123457", "a secret")).not.toBe(hash)
  })
})
