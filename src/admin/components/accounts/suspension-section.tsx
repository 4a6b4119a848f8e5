import { useDate } from "@medusajs/dashboard/hooks"
import {
  Button,
  Container,
  Heading,
  Skeleton,
  StatusBadge,
  Text,
} from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminSuspension } from "../../../types/accounts"
import {
  type Account,
  type AccountDecision,
  useSuspensions,
} from "../../hooks/accounts/use-suspensions"
import { LoadFailure } from "../load-failure"
import { DecisionPanel } from "./decision-panel"

const SHOWN = 5

/** Whether an account may sign in, what was decided on it before, and the button that decides anew. */
export function SuspensionSection({ account }: { account: Account }) {
  const { t } = useTranslation("accounts")
  const [action, setAction] = useState<AccountDecision["action"]>()
  const { data, error, refetch } = useSuspensions(account, SHOWN)
  const isSuspended = data?.suspensions.some((each) => !each.lifted_at)
  const next = isSuspended ? "reactivate" : "suspend"
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div className="flex items-center gap-x-2">
          <Heading level="h2">{t("title")}</Heading>
          {data && (
            <StatusBadge color={isSuspended ? "red" : "green"}>
              {t(isSuspended ? "state.suspended" : "state.open")}
            </StatusBadge>
          )}
        </div>
        {data && (
          <Button
            size="small"
            variant="secondary"
            onClick={() => setAction(next)}
          >
            {t(`${next}.action`)}
          </Button>
        )}
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && (
        <div role="status" className="px-6 py-4">
          <Skeleton className="h-4 w-1/2 rounded-md" />
        </div>
      )}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("empty")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ul className="divide-y">
          {data.suspensions.map((each) => (
            <Suspension key={each.id} suspension={each} />
          ))}
        </ul>
      )}
      {action && (
        <DecisionPanel
          account={account}
          action={action}
          onClose={() => setAction(undefined)}
        />
      )}
    </Container>
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
