import { useDate } from "@medusajs/dashboard/hooks"
import { Badge, Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Session } from "../../../types/sessions"
import {
  type SessionsActor,
  useSessions,
} from "../../hooks/sessions/use-sessions"
import { LoadFailure } from "../load-failure"
import { useEndOfSessions } from "./use-end-of-sessions"

/** Where somebody is signed in, and what ends it. */
export function ActorSessionsSection({ actor }: { actor: SessionsActor }) {
  const { t } = useTranslation("sessions")
  const { data, error, refetch } = useSessions(actor)
  const end = useEndOfSessions(actor)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h2">{t("title")}</Heading>
          {data && data.count > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("entity", { count: data.count })}
            </Text>
          )}
        </div>
        {data && data.count > 0 && (
          <Button size="small" variant="secondary" onClick={() => end()}>
            {t("endAll.action")}
          </Button>
        )}
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
          {t("empty")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ul className="divide-y">
          {data.sessions.map((session) => (
            <Place key={session.id} session={session} onEnd={end} />
          ))}
        </ul>
      )}
      {data && data.count > data.sessions.length && (
        <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
          {t("more", { count: data.count - data.sessions.length })}
        </Text>
      )}
    </Container>
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
