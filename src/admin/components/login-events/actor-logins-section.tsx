import { useDate } from "@medusajs/dashboard/hooks"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLoginEvent } from "../../../types/login-events"
import { useLoginEvents } from "../../hooks/login-events/use-login-events"
import { LoadFailure } from "../load-failure"
import { OutcomeBadge } from "./outcome-badge"

const SHOWN = 5

type ActorLoginsProps = { actorType: "customer" | "user"; actorId: string }

/** The last attempts at one account. */
export function ActorLoginsSection({ actorType, actorId }: ActorLoginsProps) {
  const { t } = useTranslation("loginEvents")
  const { data, error, refetch } = useLoginEvents({
    ...{ actor_type: actorType, actor_id: actorId, limit: SHOWN },
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h2">{t("section.title")}</Heading>
          {data && data.count > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("entity", { count: data.count })}
            </Text>
          )}
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/login-events?actor_id=${actorId}`}>{t("viewAll")}</Link>
        </Button>
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && (
        <div role="status" className="flex flex-col gap-y-3 px-6 py-4">
          <Skeleton className="h-4 w-1/2 rounded-md" />
          <Skeleton className="h-4 w-3/4 rounded-md" />
        </div>
      )}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("section.empty")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ul className="divide-y">
          {data.login_events.map((event) => (
            <Attempt key={event.id} event={event} />
          ))}
        </ul>
      )}
    </Container>
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
