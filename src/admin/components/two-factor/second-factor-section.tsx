import { useDate } from "@medusajs/dashboard/hooks"
import { Alert, Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { TwoFactorState } from "../../../types/two-factor"
import { useFactorActions } from "../../hooks/two-factor/use-factor-actions"
import { useTwoFactor } from "../../hooks/two-factor/use-two-factor"
import { DetailSection } from "../detail-section"
import { EmailCodesRow } from "./email-codes-row"
import { FactorRow } from "./factor-row"
import { RecoveryCodesDialog } from "./recovery-codes-dialog"
import { useStepUp } from "./use-step-up"

/** Recovery codes are made in the dashboard's own dialog too, and ten minutes go by. */
const POLL_MS = 5_000

/** What the dashboard's own section about the authenticator app leaves out. */
export function SecondFactorSection() {
  const { t } = useTranslation("twoFactor")
  const { state, error, refetch } = useTwoFactor({ refetchInterval: POLL_MS })
  return (
    <DetailSection
      title={t("section.title")}
      subtitle={t("section.description")}
      query={{ data: state, error, refetch }}
    >
      {state?.due_at && <Due at={state.due_at} />}
      {state && <Rows state={state} />}
    </DetailSection>
  )
}

function Due({ at }: { at: string }) {
  const { t } = useTranslation("twoFactor")
  const { getFullDate } = useDate()
  const isOver = Date.parse(at) <= Date.now()
  return (
    <div className="px-6 py-4">
      <Alert variant={isOver ? "error" : "warning"}>
        {isOver
          ? t("section.over")
          : t("section.due", { date: getFullDate({ date: at }) })}
      </Alert>
    </div>
  )
}

function Rows({ state }: { state: TwoFactorState }) {
  const { t } = useTranslation("twoFactor")
  const { run, confirm, dialog } = useStepUp()
  const { makeRecoveryCodes, refresh } = useFactorActions()
  const [codes, setCodes] = useState<string[]>()
  const hasFactor = state.methods.length > 0
  const isOn = state.methods.includes("email")
  return (
    <>
      {(isOn || state.offered.includes("email")) && (
        <EmailCodesRow isOn={isOn} run={run} />
      )}
      {hasFactor && (
        <FactorRow
          label={t("recovery.label")}
          value={t("recovery.left", { count: state.recovery_codes })}
        >
          <Button
            size="small"
            variant="secondary"
            onClick={() => run(async () => setCodes(await makeRecoveryCodes()))}
          >
            {t("recovery.make")}
          </Button>
        </FactorRow>
      )}
      {hasFactor && (
        <FactorRow
          label={t("stepUp.label")}
          value={t(state.is_fresh ? "stepUp.fresh" : "stepUp.stale")}
        >
          <Button
            size="small"
            variant="secondary"
            disabled={state.is_fresh}
            onClick={() => run(() => confirm(refresh))}
          >
            {t("stepUp.action")}
          </Button>
        </FactorRow>
      )}
      {dialog}
      {codes && (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => setCodes(undefined)}
        />
      )}
    </>
  )
}
