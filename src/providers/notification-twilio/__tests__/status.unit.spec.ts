import { reportOfStatus } from "../status"

const NOW = new Date("2026-11-22T10:00:00Z")
const reportOf = (parameters: Record<string, string>) =>
  reportOfStatus("msg_1", new URLSearchParams(parameters), NOW)

describe("Twilio's states", () => {
  it.each([
    [{ MessageStatus: "sent" }, "sent", null, null],
    [{ MessageStatus: "delivered" }, "delivered", null, null],
    [
      { MessageStatus: "undelivered", ErrorCode: "30003" },
      "bounced",
      null,
      "Twilio undelivered: error 30003",
    ],
    [
      { MessageStatus: "undelivered", ErrorCode: "30005" },
      "bounced",
      "bounce",
      "Twilio undelivered: error 30005",
    ],
    [
      { MessageStatus: "failed", ErrorCode: "21610" },
      "bounced",
      "unsubscribe",
      "Twilio failed: error 21610",
    ],
    [
      { MessageStatus: "failed", ErrorCode: "<script>" },
      "bounced",
      null,
      "Twilio failed",
    ],
  ])(
    "mean for a message and its number: %j",
    (given, status, suppress, reason) => {
      expect(reportOf(given)).toEqual({
        ...{ message_id: "msg_1", status, suppress, reason },
        at: NOW,
      })
    }
  )

  it.each(["queued", "sending", "toString", ""])(
    "mean nothing for the log: %s",
    (MessageStatus) => {
      expect(reportOf({ MessageStatus })).toBeUndefined()
    }
  )
})
