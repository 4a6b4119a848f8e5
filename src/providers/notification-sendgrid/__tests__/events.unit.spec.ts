import { reportsOfEvents } from "../events"

const SECONDS = 1_764_000_000
const event = (more: object) => ({
  email: "asha@store.test",
  timestamp: SECONDS,
  suite_message_id: "msg_1",
  ...more,
})
const reportOf = (more: object) => reportsOfEvents([event(more)])[0]

describe("SendGrid's events", () => {
  it.each([
    [{ event: "processed" }, "sent", null],
    [{ event: "delivered", response: "250 OK" }, "delivered", null],
    [{ event: "bounce", type: "bounce" }, "bounced", "bounce"],
    [{ event: "bounce" }, "bounced", "bounce"],
    [{ event: "bounce", type: "blocked" }, "bounced", null],
    [{ event: "dropped", reason: "Bounced Address" }, "bounced", "bounce"],
    [
      { event: "dropped", reason: "Spam Reporting Address" },
      "bounced",
      "complaint",
    ],
    [
      { event: "dropped", reason: "Unsubscribed Address" },
      "bounced",
      "unsubscribe",
    ],
    [{ event: "dropped", reason: "Spam Content" }, "bounced", null],
    [{ event: "spamreport" }, "complained", "complaint"],
    [{ event: "unsubscribe" }, null, "unsubscribe"],
  ])("mean for a message and its address: %j", (more, status, suppress) => {
    expect(reportOf(more)).toMatchObject({
      ...{ message_id: "msg_1", status, suppress },
      at: new Date(SECONDS * 1000),
    })
  })

  it.each([
    { event: "deferred" },
    { event: "open" },
    { event: "toString" },
    { event: 7 },
    { event: "delivered", suite_message_id: undefined },
    { event: "delivered", suite_message_id: "'; drop table message" },
    { event: "delivered", suite_message_id: ["msg_1"] },
  ])("mean nothing when they are not about a state of ours: %j", (more) => {
    expect(reportOf(more)).toBeUndefined()
  })

  it("may be rubbish among others", () => {
    const reports = reportsOfEvents([
      ...[null, 7, "delivered", [], {}],
      event({ event: "delivered", timestamp: -1e300 }),
    ])
    expect(reports).toHaveLength(1)
    expect(reports[0]?.at.getTime()).toBeGreaterThan(SECONDS * 1000)
  })

  it("keep the reason as one line without addresses", () => {
    const reason = "550 5.1.1 <asha@store.test>:\r\n no such user"
    const said = reportOf({ event: "bounce", reason })?.reason
    expect(said).toBe("550 5.1.1 <•••>: no such user")
  })
})
