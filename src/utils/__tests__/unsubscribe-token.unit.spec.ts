import { signToken } from "../signed-token"
import { checkUnsubscribeToken, unsubscribeToken } from "../unsubscribe-token"

const SECRET = "a secret of the spec's own"
const NOW = Date.parse("2026-11-22T00:00:00Z")
const YEAR = 365 * 86_400_000

describe("the token of a mail's unsubscribe link", () => {
  const asha = { customerId: "cus_01ASHA", category: "news" as const }
  const token = unsubscribeToken(asha, SECRET, NOW)

  it("tells whom and what it switches off, for years, and needs no encoding in a URL", () => {
    expect(encodeURIComponent(token)).toBe(token)
    expect(checkUnsubscribeToken(token, SECRET, NOW + 4 * YEAR)).toEqual(asha)
    expect(checkUnsubscribeToken(token, SECRET, NOW + 6 * YEAR)).toBeUndefined()
  })

  // The attack: switching off something else, or somebody else's, with a token of one's own.
  it.each([
    token.replace("news", "reminders"),
    token.replace("ASHA", "RAVI"),
    token.replace("news", "transactional"),
    `news.${signToken({ purpose: "testimonials.invite", id: "cus_01ASHA", expiresAt: new Date(NOW + YEAR) }, SECRET)}`,
    "news.",
    "",
    "constructor.x.1.y",
  ])("is worth nothing when changed: %s", (changed) => {
    expect(checkUnsubscribeToken(changed, SECRET, NOW)).toBeUndefined()
  })

  it("is worth nothing under another secret", () => {
    expect(checkUnsubscribeToken(token, `${SECRET}!`, NOW)).toBeUndefined()
  })
})
