import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLoginEvent } from "../../../types/login-events"
import { useLoginEvents } from "../../hooks/login-events/use-login-events"
import { DetailSection } from "../detail-section"
import { OutcomeBadge } from "./outcome-badge"

const SHOWN = 5

type ActorLoginsProps = { actorType: "customer" | "user"; actorId: string }

/** The last attempts at one account. */
export function ActorLoginsSection({ actorType, actorId }: ActorLoginsProps) {
  const { t } = useTranslation("loginEvents")
  const query = useLoginEvents({
    ...{ actor_type: actorType, actor_id: actorId, limit: SHOWN },
  })
  const { data } = query
  const count = data?.count ?? 0
  return (
    <DetailSection
      title={t("section.title")}
      subtitle={count > 0 && t("entity", { count })}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/login-events?actor_id=${actorId}`}>{t("viewAll")}</Link>
        </Button>
      }
      query={query}
      emptyText={data?.count === 0 && t("section.empty")}
    >
      {data && count > 0 && (
        <ul className="divide-y">
          {data.login_events.map((event) => (
            <Attempt key={event.id} event={event} />
          ))}
        </ul>
      )}
    </DetailSection>
  )
}

function Attempt({ event }: { event: AdminLoginEvent }) {
  const { t } = useTranslation("loginEvents")
  const { getFullDate } = useDate()
  const { outcome, occurred_at, browser, os, device_kind, ip } = event
  const device = [browser, os].filter(Boolean).join(" · ")
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Text size="small">
          {getFullDate({ date: occurred_at, includeTime: true })}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {[device || t(`device.${device_kind}`), ip]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </div>
      <OutcomeBadge outcome={outcome} />
    </li>
  )
}
