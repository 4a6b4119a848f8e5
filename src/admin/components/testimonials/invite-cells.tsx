import { useDate } from "@medusajs/dashboard/hooks"
import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonialInvite } from "../../../types/testimonials"
import { type InviteState, inviteState } from "./invite-state"

type CellProps = { row: { original: AdminTestimonialInvite } }

const COLORS: Record<InviteState, "green" | "grey" | "orange"> = {
  open: "green",
  used: "grey",
  expired: "orange",
}

export function RecipientCell({ row }: CellProps) {
  const { t } = useTranslation("testimonials")
  const { name, email } = row.original
  return (
    <div className="flex min-w-0 flex-col">
      <Text size="small" leading="compact" weight="plus" className="truncate">
        {name ?? email ?? t("invites.anyone")}
      </Text>
      {name && email && (
        <Text
          size="xsmall"
          leading="compact"
          className="text-ui-fg-muted truncate"
        >
          {email}
        </Text>
      )}
    </div>
  )
}

export function InviteStateCell({ row }: CellProps) {
  const { t } = useTranslation("testimonials")
  const state = inviteState(row.original, new Date())
  return (
    <StatusBadge color={COLORS[state]}>
      {t(`invites.status.${state}`)}
    </StatusBadge>
  )
}

export function ExpiresCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: row.original.expires_at })}</>
}

export function InviteCreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: row.original.created_at })}</>
}
