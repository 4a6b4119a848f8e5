import fc from "fast-check"
import { checkToken, signToken } from "../signed-token"

const SECRET = "a-secret-of-the-suite"
const NOW = Date.UTC(2026, 10, 21)
const expiresAt = new Date(NOW + 60_000)
const token = signToken(
  { purpose: "invite", id: "testinv_1", expiresAt },
  SECRET
)

describe("a signed token", () => {
  it("gives its id back until it expires", () => {
    expect(checkToken(token, "invite", SECRET, NOW)).toEqual({
      valid: true,
      id: "testinv_1",
      expiresAt,
    })
    expect(checkToken(token, "invite", SECRET, NOW + 60_000)).toEqual({
      valid: false,
      reason: "expired",
    })
  })

  it("is worthless for another purpose or under another secret", () => {
    const forged = { valid: false, reason: "forged" }
    expect(checkToken(token, "download", SECRET, NOW)).toEqual(forged)
    expect(checkToken(token, "invite", `${SECRET}!`, NOW)).toEqual(forged)
  })

  // The attack: change any character of a genuine token.
  it("is refused after any change, and never throws", () => {
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, character) => {
          fc.pre(token[at] !== character)
          const changed = token.slice(0, at) + character + token.slice(at + 1)
          expect(checkToken(changed, "invite", SECRET, NOW).valid).toBe(false)
        }
      )
    )
    fc.assert(
      fc.property(fc.string(), (rubbish) => {
        expect(checkToken(rubbish, "invite", SECRET, NOW).valid).toBe(false)
      })
    )
  })
})
