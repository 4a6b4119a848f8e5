import { SectionRow } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminReconciliationCaseDetail } from "../../../types/reconciliation"

type Props = { found: AdminReconciliationCaseDetail }

const IDS = [
  "session_id",
  "payment_id",
  "gateway_payment_id",
  "cart_id",
] as const
const MOMENTS = ["created_at", "last_seen_at", "closed_at"] as const

/** What differs, and what became of it. */
export function CaseRecord({ found }: Props) {
  const { t } = useTranslation("reconciliation")
  const { getFullDate } = useDate()
  const moment = (date: string | null) =>
    date ? getFullDate({ date, includeTime: true }) : null
  const rows = {
    kind: t(`kind.${found.kind}`),
    reason: found.reason,
    last_error: found.last_error,
    provider_id: found.provider_id,
    attempts: String(found.attempts),
    ...Object.fromEntries(IDS.map((name) => [name, found[name]])),
    ...Object.fromEntries(MOMENTS.map((name) => [name, moment(found[name])])),
    dismiss_reason: found.dismiss_reason,
  }
  return (
    <section aria-label={t("details.record")} className="divide-y">
      {found.order_id && (
        <SectionRow
          title={t("fields.order_id")}
          value={
            <Link
              to={`/orders/${found.order_id}`}
              className="text-ui-fg-interactive truncate"
            >
              {found.order_id}
            </Link>
          }
        />
      )}
      {Object.entries(rows).map(([field, value]) => (
        <SectionRow key={field} title={t(`fields.${field}`)} value={value} />
      ))}
    </section>
  )
}

/** Both sides' books as they were when it was last looked at. */
export function BothSides({ found }: Props) {
  const { t } = useTranslation("reconciliation")
  const sides = { medusa: found.medusa, gateway: found.gateway }
  return Object.entries(sides).map(([name, said]) => (
    <section key={name} aria-label={t(`details.${name}`)} className="px-6 py-4">
      <Heading level="h2" className="pb-2">
        {t(`details.${name}`)}
      </Heading>
      <pre className="bg-ui-bg-subtle txt-compact-xsmall overflow-x-auto rounded-md p-3">
        {said === null ? t("details.nothing") : JSON.stringify(said, null, 2)}
      </pre>
    </section>
  ))
}
