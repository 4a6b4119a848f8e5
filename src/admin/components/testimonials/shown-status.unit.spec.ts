import { shownStatus } from "./shown-status"

const now = new Date("2026-11-21T12:00:00Z")
const before = "2026-11-21T11:59:59Z"
const after = "2026-11-21T12:00:01Z"

describe("The status of a testimonial that the admin shows", () => {
  it.each([
    ["approved", null, null, "approved"],
    ["approved", before, after, "approved"],
    ["approved", after, null, "scheduled"],
    ["approved", null, before, "expired"],
    ["approved", before, now.toISOString(), "expired"],
    ["pending", after, null, "pending"],
    ["rejected", null, before, "rejected"],
  ] as const)(
    "%s, visible from %s until %s, is %s",
    (status, publish_from, publish_until, shown) => {
      expect(shownStatus({ status, publish_from, publish_until }, now)).toBe(
        shown
      )
    }
  )
})
