import { deviceId, withDeviceToken } from "../device-token"

const SECRET = "a secret of the specs"
const NOW = Date.parse("2026-11-22T10:00:00Z")
const YEAR = { secret: SECRET, now: NOW, days: 365 }

const idFor = (text: string | undefined, account: string, now = NOW) =>
  deviceId(text, account, SECRET, now)

describe("a browser's token", () => {
  it("names the browser to the account that signed in there, and to no other", () => {
    const token = withDeviceToken(undefined, "authid_1", YEAR)
    expect(idFor(token, "authid_1")).toMatch(/^[\w-]{36}$/)
    expect(idFor(token, "authid_2")).toBeUndefined()
    expect(deviceId(token, "authid_1", "another secret", NOW)).toBeUndefined()
  })

  it("keeps the id when it signs in again, and the other accounts' tokens", () => {
    const first = withDeviceToken(undefined, "authid_1", YEAR)
    const both = withDeviceToken(first, "authid_2", YEAR)
    const again = withDeviceToken(both, "authid_1", YEAR)
    expect(idFor(again, "authid_1")).toBe(idFor(first, "authid_1"))
    expect(idFor(again, "authid_2")).toBe(idFor(both, "authid_2"))
    expect(again.split("~")).toHaveLength(2)
  })

  it("ends, and forgets the oldest of many accounts", () => {
    const token = withDeviceToken(undefined, "authid_1", { ...YEAR, days: 1 })
    expect(idFor(token, "authid_1", NOW + 86_399_000)).toBeDefined()
    expect(idFor(token, "authid_1", NOW + 86_400_000)).toBeUndefined()
    const accounts = ["a", "b", "c", "d", "e", "f"]
    const many = accounts.reduce<string | undefined>(
      (text, account) => withDeviceToken(text, account, YEAR),
      undefined
    )
    expect(idFor(many, "a")).toBeUndefined()
    expect(idFor(many, "b")).toBeDefined()
  })

  it.each(["", "~", "x".repeat(10_000), "a.b.c", "~".repeat(10_000)])(
    "is not to be found in rubbish",
    (rubbish) => {
      expect(idFor(rubbish, "authid_1")).toBeUndefined()
      const token = withDeviceToken(rubbish, "authid_1", YEAR)
      expect(token).not.toContain("~")
    }
  )
})
