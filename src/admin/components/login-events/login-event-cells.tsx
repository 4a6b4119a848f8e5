import { useDate } from "@medusajs/dashboard/hooks"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminLoginEvent } from "../../../types/login-events"
import { OutcomeBadge } from "./outcome-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminLoginEvent } }

const PAGES: Partial<Record<string, string>> = {
  customer: "/customers",
  user: "/settings/users",
}

const Nothing = () => <span className="text-ui-fg-muted">–</span>

export function TimeCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return (
    <>{getFullDate({ date: row.original.occurred_at, includeTime: true })}</>
  )
}

export const OutcomeCell = ({ row }: CellProps) => (
  <OutcomeBadge outcome={row.original.outcome} />
)

export function ActorTypeCell({ row }: CellProps) {
  const { t } = useTranslation("loginEvents")
  const { actor_type: type } = row.original
  return <>{t(`actorType.${type}`, { defaultValue: type })}</>
}

export function ActorCell({ row }: CellProps) {
  const { t } = useTranslation("loginEvents")
  const { actor_type: type, actor_id: id, identifier_hash: hash } = row.original
  const page = PAGES[type]
  if (id && page) {
    return (
      <Link
        to={`${page}/${id}`}
        className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {id}
      </Link>
    )
  }
  const name = id ?? (hash ? `${t("nobody")} ${hash.slice(0, 8)}` : null)
  return name ? <>{name}</> : <Nothing />
}

export function DeviceCell({ row }: CellProps) {
  const { t } = useTranslation("loginEvents")
  const { browser, os, device_kind, is_new_device } = row.original
  const name = [browser, os].filter(Boolean).join(" · ")
  return (
    <span className="flex items-center gap-x-2">
      {name || t(`device.${device_kind}`)}
      {is_new_device && <Badge size="2xsmall">{t("newDevice")}</Badge>}
    </span>
  )
}

export const IpCell = ({ row }: CellProps) => row.original.ip ?? <Nothing />

export const ProviderCell = ({ row }: CellProps) =>
  row.original.provider ?? <Nothing />
