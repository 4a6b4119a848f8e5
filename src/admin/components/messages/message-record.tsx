import { SectionRow } from "@medusajs/dashboard/components"
import { useDate } from "@medusajs/dashboard/hooks"
import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminMessageDetail } from "../../../types/messages"

type Props = { message: AdminMessageDetail }

type ContentProps = {
  message: Pick<AdminMessageDetail, "html" | "text"> &
    Partial<Pick<AdminMessageDetail, "has_links">>
  /** @default what was said */
  title?: string
}

const TEXTS = [
  ...(["recipient", "subject", "locale", "last_error"] as const),
  ...(["outcome_reason", "mail_id"] as const),
]

/** To whom it went, and what became of it. */
export function MessageRecord({ message }: Props) {
  const { t } = useTranslation("messages")
  const { getFullDate } = useDate()
  const moment = (date: string | null) =>
    date ? getFullDate({ date, includeTime: true }) : null
  const rows = {
    channel: t(`channel.${message.channel}`),
    ...Object.fromEntries(TEXTS.map((name) => [name, message[name]])),
    category: t(`category.${message.category}`, {
      defaultValue: message.category,
    }),
    attempts: String(message.attempts),
    created_at: moment(message.created_at),
    sent_at: moment(message.sent_at),
    outcome_at: moment(message.outcome_at),
  }
  return (
    <section aria-label={t("details.record")} className="divide-y">
      <LinkRow
        field="order_id"
        id={message.order_id}
        to={(id) => `/orders/${id}`}
      />
      <LinkRow
        field="original_id"
        id={message.original_id}
        to={(id) => `/messages/${id}/details`}
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

type LinkRowProps = {
  field: "order_id" | "original_id"
  id: string | null
  to: (id: string) => string
}

/** Nothing, where there is nothing to lead to. */
function LinkRow({ field, id, to }: LinkRowProps) {
  const { t } = useTranslation("messages")
  return (
    id && (
      <SectionRow
        title={t(`fields.${field}`)}
        value={
          <Link to={to(id)} className="text-ui-fg-interactive truncate">
            {id}
          </Link>
        }
      />
    )
  )
}

/** An id without a blank would run out of the drawer. */
const LongText = ({ children }: { children: string }) => (
  <span className="txt-compact-small min-w-0 break-words [overflow-wrap:anywhere]">
    {children}
  </span>
)

/** Links of a mail in the local mailbox open beside the admin, as from any mail program. */
const OPENS_LINKS = "allow-popups allow-popups-to-escape-sandbox"

const inNewTabs = (html: string) =>
  `<base target="_blank" rel="noopener noreferrer">${html}`

/** The mail as it went out, in a frame that runs nothing and reaches nobody; then its plain text. */
export function MessageContent({
  message: { html, text, has_links: hasLinks },
  title: given,
}: ContentProps) {
  const { t } = useTranslation("messages")
  const title = given ?? t("details.said")
  return (
    <>
      {(html !== null || text === null) && (
        <section aria-label={title} className="px-6 py-4">
          <Heading level="h2" className="pb-2">
            {title}
          </Heading>
          {hasLinks && (
            <Text size="small" className="text-ui-fg-subtle pb-2">
              {t("details.mailbox")}
            </Text>
          )}
          {html === null ? (
            <Text size="small">{t("details.nothing")}</Text>
          ) : (
            <iframe
              title={title}
              sandbox={hasLinks ? OPENS_LINKS : ""}
              srcDoc={hasLinks ? inNewTabs(html) : html}
              className="bg-ui-bg-subtle h-[600px] w-full rounded-md border"
            />
          )}
        </section>
      )}
      {text !== null && (
        <section aria-label={t("details.plain")} className="px-6 py-4">
          <Heading level="h2" className="pb-2">
            {t("details.plain")}
          </Heading>
          <pre className="bg-ui-bg-subtle txt-compact-xsmall overflow-x-auto rounded-md p-3">
            {text}
          </pre>
        </section>
      )}
    </>
  )
}
