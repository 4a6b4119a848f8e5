import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminMessage } from "../../../types/messages"
import { useMessagesOf } from "../../hooks/messages/use-messages"
import { LoadFailure } from "../load-failure"
import { MessageBadge } from "./message-badge"

type MessagesSectionProps = {
  of: { order_id?: string; customer_id?: string }
  /** Whom the button writes to, and about what; without a customer there is none. */
  writeTo: { customer_id?: string | null; order_id?: string }
}

/** What was sent about an order, or to a customer, and a way to write to them. */
export function MessagesSection({ of, writeTo }: MessagesSectionProps) {
  const { t } = useTranslation("messages")
  const { data, error, refetch } = useMessagesOf(of)
  if (!error && !data?.count && !writeTo.customer_id) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("domain")}</Heading>
        {writeTo.customer_id && (
          <Button size="small" variant="secondary" asChild>
            <Link
              to={`/messages/write?${new URLSearchParams(writeTo as Record<string, string>)}`}
            >
              {t("write.action")}
            </Link>
          </Button>
        )}
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      <ul className="divide-y">
        {data?.messages.map((message) => (
          <MessageEntry key={message.id} message={message} />
        ))}
      </ul>
    </Container>
  )
}

function MessageEntry({ message }: { message: AdminMessage }) {
  const { t } = useTranslation("messages")
  const { getFullDate } = useDate()
  const { id, template, status, created_at: date } = message
  return (
    <li className="flex items-center justify-between px-6 py-3">
      <div className="flex min-w-0 flex-col">
        <Link
          to={`/messages/${id}/details`}
          className="text-ui-fg-interactive txt-compact-small truncate"
        >
          {t(`template.${template}`, { defaultValue: template })}
        </Link>
        <Text size="xsmall" className="text-ui-fg-muted">
          {getFullDate({ date, includeTime: true })}
        </Text>
      </div>
      <MessageBadge status={status} />
    </li>
  )
}
