import type {
  DeliveryReport,
  ReportedStatus,
  ReportedSuppression,
} from "../../utils/delivery-report"
import { oneLine } from "../../utils/redact"
import { MESSAGE_ARGUMENT } from "./mail-send"

type Event = Record<string, unknown>

/** SendGrid drops a mail to an address on a list of its own, and names the list. */
const DROPPED_FOR: Record<string, ReportedSuppression> = {
  "bounced address": "bounce",
  "spam reporting address": "complaint",
  "unsubscribed address": "unsubscribe",
}

type Meaning = {
  status: ReportedStatus | null
  suppress?: (event: Event) => ReportedSuppression | null
}

/** What is not here, such as `deferred` or `open`, says nothing that the log keeps. */
const MEANINGS: Record<string, Meaning> = {
  processed: { status: "sent" },
  delivered: { status: "delivered" },
  bounce: {
    status: "bounced",
    // "blocked" is the receiving server's no for now, such as a full mailbox.
    suppress: ({ type }) => (type === "blocked" ? null : "bounce"),
  },
  dropped: {
    status: "bounced",
    suppress: ({ reason }) =>
      DROPPED_FOR[String(reason).trim().toLowerCase()] ?? null,
  },
  spamreport: { status: "complained", suppress: () => "complaint" },
  unsubscribe: { status: null, suppress: () => "unsubscribe" },
}

/** What a batch of SendGrid's events tells of this store's messages; others in it are another sender's. */
export function reportsOfEvents(events: unknown[]): DeliveryReport[] {
  return events.flatMap((event) => {
    const report =
      typeof event === "object" && event && reportOf(event as Event)
    return report ? [report] : []
  })
}

function reportOf(event: Event): DeliveryReport | undefined {
  const id = event[MESSAGE_ARGUMENT]
  const name = String(event.event)
  const meaning = Object.hasOwn(MEANINGS, name) ? MEANINGS[name] : undefined
  if (!meaning || typeof id !== "string" || !/^\w{1,64}$/.test(id)) {
    return undefined
  }
  const { status, suppress } = meaning
  const at = momentOf(event.timestamp)
  const reason = status === "sent" ? null : reasonOf(event)
  return {
    ...{ message_id: id, status, at, reason },
    suppress: suppress?.(event) ?? null,
  }
}

function momentOf(seconds: unknown): Date {
  const isMoment =
    Number.isSafeInteger(seconds) &&
    Number(seconds) > 0 &&
    Number(seconds) < 1e11
  return isMoment ? new Date(Number(seconds) * 1000) : new Date()
}

function reasonOf({ reason, response }: Event): string | null {
  const said = reason ?? response
  return typeof said === "string" && said ? oneLine(said) : null
}
