import { type DeliveryReport, mergeReports } from "../delivery-report"

const report = (
  status: DeliveryReport["status"],
  suppress: DeliveryReport["suppress"] = null,
  message_id = "msg_1"
): DeliveryReport => ({
  ...{ message_id, status, suppress, reason: null },
  at: new Date("2026-11-22T10:00:00Z"),
})

const STORY = [
  report("sent"),
  report("delivered"),
  report(null, "unsubscribe"),
  report("bounced", "bounce"),
  report("complained", "complaint"),
]

describe("several reports of one message", () => {
  it.each([
    ["in their order", STORY],
    ["backwards", [...STORY].reverse()],
  ])("are one, %s: the latest state and the gravest reason", (_, reports) => {
    expect(mergeReports(reports)).toMatchObject([
      { status: "complained", suppress: "complaint" },
    ])
  })

  it("keep a state beside a report that has none", () => {
    const merged = mergeReports([report("sent"), report(null, "unsubscribe")])
    expect(merged).toMatchObject([{ status: "sent", suppress: "unsubscribe" }])
  })

  it("of several messages stay apart", () => {
    const merged = mergeReports([...STORY, report("sent", null, "msg_2")])
    expect(merged.map(({ message_id }) => message_id)).toEqual([
      "msg_1",
      "msg_2",
    ])
  })
})
