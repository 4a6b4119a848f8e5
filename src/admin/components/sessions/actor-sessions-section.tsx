import { useDate } from "@medusajs/dashboard/hooks"
import { Badge, Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Session } from "../../../types/sessions"
import {
  type SessionsActor,
  useSessions,
} from "../../hooks/sessions/use-sessions"
import { DetailSection } from "../detail-section"
import { useEndOfSessions } from "./use-end-of-sessions"

/** Where somebody is signed in, and what ends it. */
export function ActorSessionsSection({ actor }: { actor: SessionsActor }) {
  const { t } = useTranslation("sessions")
  const query = useSessions(actor)
  const { data } = query
  const count = data?.count ?? 0
  const end = useEndOfSessions(actor)
  return (
    <DetailSection
      title={t("title")}
      subtitle={count > 0 && t("entity", { count })}
      action={
        count > 0 && (
          <Button size="small" variant="secondary" onClick={() => end()}>
            {t("endAll.action")}
          </Button>
        )
      }
      query={query}
      emptyText={data?.count === 0 && t("empty")}
    >
      {data && count > 0 && (
        <ul className="divide-y">
          {data.sessions.map((session) => (
            <Place key={session.id} session={session} onEnd={end} />
          ))}
        </ul>
      )}
      {data && count > data.sessions.length && (
        <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
          {t("more", { count: count - data.sessions.length })}
        </Text>
      )}
    </DetailSection>
  )
}

type PlaceProps = { session: Session; onEnd: (id: string) => Promise<void> }

function Place({ session, onEnd }: PlaceProps) {
  const { t } = useTranslation("sessions")
  const { getFullDate } = useDate()
  const { id, browser, os, device_kind, ip, current } = session
  const device = [browser, os].filter(Boolean).join(" · ")
  const time = getFullDate({ date: session.last_seen_at, includeTime: true })
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-3">
      <div className="min-w-0">
        <Text size="small" className="truncate">
          {[device || t(`device.${device_kind}`), ip]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle truncate">
          {t("lastSeen", { time })}
        </Text>
      </div>
      {current ? (
        <Badge size="2xsmall">{t("current")}</Badge>
      ) : (
        <Button size="small" variant="transparent" onClick={() => onEnd(id)}>
          {t("endOne.action")}
        </Button>
      )}
    </li>
  )
}
