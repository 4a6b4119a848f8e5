import type {
  DeliveryReport,
  ReportedStatus,
  ReportedSuppression,
} from "../../utils/delivery-report"

/** What is not here, such as `queued` or `sending`, says nothing that the log keeps. */
const STATUSES: Record<string, ReportedStatus> = {
  sent: "sent",
  delivered: "delivered",
  read: "delivered",
  undelivered: "bounced",
  failed: "bounced",
}

/** Numbers that no repeat would reach; an unreachable handset (30003) is reached another day. */
const SUPPRESSED_FOR: Record<string, ReportedSuppression> = {
  /** Answered STOP. */
  "21610": "unsubscribe",
  /** Unknown number. */
  "30005": "bounce",
  /** A landline. */
  "30006": "bounce",
}

/** Why nothing more may go to a number, as far as one of Twilio's error codes tells. */
export const suppressionOfCode = (code: string) =>
  Object.hasOwn(SUPPRESSED_FOR, code) ? (SUPPRESSED_FOR[code] ?? null) : null

/** What a status callback of Twilio tells of one of this store's messages. */
export function reportOfStatus(
  messageId: string,
  parameters: URLSearchParams,
  now: Date
): DeliveryReport | undefined {
  const name = parameters.get("MessageStatus") ?? ""
  const status = Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined
  if (!status) {
    return undefined
  }
  const code = (parameters.get("ErrorCode") ?? "")
    .replace(/\D/g, "")
    .slice(0, 8)
  const isBad = status === "bounced"
  return {
    ...{ message_id: messageId, status, at: now },
    reason: isBad ? `Twilio ${name}${code && `: error ${code}`}` : null,
    suppress: isBad ? suppressionOfCode(code) : null,
  }
}
