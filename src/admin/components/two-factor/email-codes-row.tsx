import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFactorActions } from "../../hooks/two-factor/use-factor-actions"
import { attempt } from "../../lib/errors"
import { CodeDialog } from "./code-dialog"
import { FactorRow } from "./factor-row"
import type { useStepUp } from "./use-step-up"

type EmailCodesRowProps = {
  isOn: boolean
  run: ReturnType<typeof useStepUp>["run"]
}

/** Codes by e-mail: set up with one, and switched off with one. */
export function EmailCodesRow({ isOn, run }: EmailCodesRowProps) {
  const { t } = useTranslation("twoFactor")
  const { startEmail, ask, verify, disable } = useFactorActions()
  const [factorId, setFactorId] = useState<string>()

  const setUp = () => run(async () => setFactorId(await startEmail()))
  const switchOff = () =>
    attempt(async () => setFactorId(await ask("email"))).then(() => undefined)

  const prove = async (id: string, code: string) => {
    await (isOn ? disable(id, "email", code) : verify(id, code))
    setFactorId(undefined)
    toast.success(t(isOn ? "email.switchedOff" : "email.setUp"))
  }

  return (
    <FactorRow label={t("email.label")} value={t(isOn ? "on" : "off")}>
      <Button
        size="small"
        variant={isOn ? "danger" : "secondary"}
        onClick={isOn ? switchOff : setUp}
      >
        {t(isOn ? "email.switchOff" : "email.start")}
      </Button>
      {factorId && (
        <CodeDialog
          title={t(isOn ? "email.switchOff" : "email.start")}
          description={t("stepUp.email")}
          onClose={() => setFactorId(undefined)}
          onCode={(code) => prove(factorId, code)}
        />
      )}
    </FactorRow>
  )
}
