import { inviteState } from "./invite-state"

const now = new Date("2026-11-21T12:00:00Z")
const past = "2026-11-21T12:00:00.000Z"
const future = "2026-11-21T12:00:00.001Z"

describe("An invite", () => {
  it("is open until its time is over", () => {
    expect(inviteState({ used_at: null, expires_at: future }, now)).toBe("open")
    expect(inviteState({ used_at: null, expires_at: past }, now)).toBe(
      "expired"
    )
  })

  it("stays used, however old it is", () => {
    expect(inviteState({ used_at: past, expires_at: past }, now)).toBe("used")
  })
})
