/** What a vendor tells of a message it took. */
export type DeliveryReport = {
  message_id: string
  /** Null when it says nothing new of the message itself. */
  status: ReportedStatus | null
  at: Date
  reason: string | null
  /** Why nothing more may go to the address, if so. */
  suppress: ReportedSuppression | null
}

/** From early to late: a later one is never taken back by an earlier one, in whatever order they come. */
const STATUSES = ["sent", "delivered", "bounced", "complained"] as const
export type ReportedStatus = (typeof STATUSES)[number]

/** The gravest first. */
const SUPPRESSIONS = ["complaint", "bounce", "unsubscribe"] as const
export type ReportedSuppression = (typeof SUPPRESSIONS)[number]

const rank = ({ status }: DeliveryReport) =>
  status ? STATUSES.indexOf(status) : -1

/** One report per message: the latest state of all, and the gravest reason to send no more. */
export function mergeReports(reports: DeliveryReport[]): DeliveryReport[] {
  const merged = new Map<string, DeliveryReport>()
  for (const report of reports) {
    const known = merged.get(report.message_id)
    merged.set(report.message_id, known ? mergeTwo(known, report) : report)
  }
  return [...merged.values()]
}

function mergeTwo(one: DeliveryReport, other: DeliveryReport): DeliveryReport {
  const latest = rank(other) > rank(one) ? other : one
  const suppress = SUPPRESSIONS.find((reason) =>
    [one.suppress, other.suppress].includes(reason)
  )
  return { ...latest, suppress: suppress ?? null }
}
