import { useDate } from "@medusajs/dashboard/hooks"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSuspension } from "../../../types/accounts"
import {
  type Account,
  type AccountDecision,
  useDecideOnAccount,
  useSuspensions,
} from "../../hooks/accounts/use-suspensions"
import { DetailSection } from "../detail-section"
import { ReasonPanel } from "../reason-panel"

const SHOWN = 5

/** Whether an account may sign in, what was decided on it before, and the button that decides anew. */
export function SuspensionSection({ account }: { account: Account }) {
  const { t } = useTranslation("accounts")
  const [action, setAction] = useState<AccountDecision["action"]>()
  const query = useSuspensions(account, SHOWN)
  const { data } = query
  const isSuspended = data?.suspensions.some((each) => !each.lifted_at)
  const { mutateAsync } = useDecideOnAccount(account)
  const next = isSuspended ? "reactivate" : "suspend"
  return (
    <DetailSection
      title={t("title")}
      badge={
        data && (
          <StatusBadge color={isSuspended ? "red" : "green"}>
            {t(isSuspended ? "state.suspended" : "state.open")}
          </StatusBadge>
        )
      }
      action={
        data && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => setAction(next)}
          >
            {t(`${next}.action`)}
          </Button>
        )
      }
      query={query}
      emptyText={data?.count === 0 && t("empty")}
    >
      {data && data.count > 0 && (
        <ul className="divide-y">
          {data.suspensions.map((each) => (
            <Suspension key={each.id} suspension={each} />
          ))}
        </ul>
      )}
      {action && (
        <ReasonPanel
          title={t(`${action}.title`)}
          description={t(`${action}.description`)}
          actionLabel={t(`${action}.action`)}
          label={t("reason.label")}
          hint={t("reason.hint")}
          missing={t("reason.missing")}
          done={t(`${action}.done`)}
          save={(reason) => mutateAsync({ action, reason })}
          onClose={() => setAction(undefined)}
        />
      )}
    </DetailSection>
  )
}

function Suspension({ suspension }: { suspension: AdminSuspension }) {
  const { t } = useTranslation("accounts")
  const { getFullDate } = useDate()
  const at = (date: string) => getFullDate({ date, includeTime: true })
  const { created_at, lifted_at, reason, lift_reason } = suspension
  const by = suspension.suspended_by_email ?? suspension.suspended_by
  const liftedBy = suspension.lifted_by_email ?? suspension.lifted_by
  return (
    <li className="px-6 py-3">
      <Text size="small">{reason}</Text>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {t("suspended", { at: at(created_at), by })}
      </Text>
      {lifted_at && (
        <>
          <Text size="small">{lift_reason}</Text>
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("lifted", { at: at(lifted_at), by: liftedBy })}
          </Text>
        </>
      )}
    </li>
  )
}
