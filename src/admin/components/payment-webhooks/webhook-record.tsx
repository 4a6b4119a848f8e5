import { SectionRow } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { Badge, Heading, Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import type { AdminPaymentWebhookDetail } from "../../../types/payment-webhooks"
import { formatAmount } from "../../lib/money"
import { sentence } from "../../lib/sentence"

type Props = { webhook: AdminPaymentWebhookDetail }

/** What came, what it means, and what became of it. */
export function WebhookRecord({ webhook }: Props) {
  const { t } = useTranslation("paymentWebhooks")
  const { getFullDate } = useDate()
  const moment = (date: string | null) =>
    date ? getFullDate({ date, includeTime: true }) : null
  const { amount, currency_code: currency } = webhook
  const rows = {
    reason: sentence(webhook.reason),
    last_error: sentence(webhook.last_error),
    attempts: String(webhook.attempts),
    provider_id: webhook.provider_id,
    event_type: webhook.event_type,
    event_id: webhook.event_id,
    action: webhook.action,
    amount: amount === null ? null : formatAmount(String(amount), currency),
    gateway_payment_id: webhook.gateway_payment_id,
    session_id: webhook.session_id,
    occurred_at: moment(webhook.occurred_at),
    received_at: moment(webhook.received_at),
    finished_at: moment(webhook.finished_at),
  }
  return (
    <section aria-label={t("details.record")} className="divide-y">
      <SectionRow
        title={t("fields.signature")}
        value={
          <Badge size="2xsmall" color={webhook.verified ? "green" : "grey"}>
            {webhook.verified ? t("signature.held") : t("signature.later")}
          </Badge>
        }
      />
      {Object.entries(rows).map(([field, value]) => (
        <SectionRow
          key={field}
          title={t(`fields.${field}`)}
          value={value && <LongText>{value}</LongText>}
        />
      ))}
    </section>
  )
}

/** An id has no place to break, and the drawer is narrow. */
const LongText = ({ children }: PropsWithChildren) => (
  <Text size="small" leading="compact" className="min-w-0 break-words">
    {children}
  </Text>
)

/** Masked by the server: what names a person or opens a door never comes here. */
export function WebhookBody({ webhook }: Props) {
  const { t } = useTranslation("paymentWebhooks")
  const parts = { headers: webhook.headers, body: webhook.body }
  return Object.entries(parts).map(([name, part]) => (
    <section key={name} aria-label={t(`details.${name}`)} className="px-6 py-4">
      <Heading level="h2" className="pb-2">
        {t(`details.${name}`)}
      </Heading>
      <pre className="bg-ui-bg-subtle txt-compact-xsmall overflow-x-auto rounded-md p-3">
        {part === null ? t("details.notShown") : JSON.stringify(part, null, 2)}
      </pre>
    </section>
  ))
}
