import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFactorActions } from "../../hooks/two-factor/use-factor-actions"
import { useTwoFactor } from "../../hooks/two-factor/use-two-factor"
import { messageOf } from "../../lib/errors"
import { CodeDialog } from "./code-dialog"

type Asked = { factorId: string; method: string; then: () => Promise<void> }

/**
 * Does what takes a fresh second factor: where the server refuses it for want of one, asks for a code and tries again.
 * `dialog` has to be drawn.
 */
export function useStepUp() {
  const { t } = useTranslation("twoFactor")
  const { state } = useTwoFactor()
  const { ask, verify } = useFactorActions()
  const [asked, setAsked] = useState<Asked>()

  const confirm = async (then: () => Promise<void>) => {
    const [method] = [...(state?.methods ?? [])].sort().reverse()
    const factorId = method && (await ask(method))
    if (!factorId) {
      throw new Error(t("stepUp.none"))
    }
    setAsked({ factorId, method, then })
  }

  const run = async (act: () => Promise<void>) => {
    try {
      await act()
    } catch (error) {
      const isRefused = (error as { status?: number }).status === 403
      await (isRefused ? confirm(act) : Promise.reject(error)).catch(
        (reason: unknown) => toast.error(messageOf(reason))
      )
    }
  }

  const dialog = asked && (
    <CodeDialog
      title={t("stepUp.title")}
      description={t(`stepUp.${asked.method === "email" ? "email" : "app"}`)}
      onClose={() => setAsked(undefined)}
      onCode={async (code) => {
        await verify(asked.factorId, code)
        setAsked(undefined)
        await run(asked.then)
      }}
    />
  )
  return { run, confirm, dialog }
}
