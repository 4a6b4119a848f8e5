import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type SessionsActor,
  useEndSessions,
} from "../../hooks/sessions/use-sessions"
import { attempt } from "../../lib/errors"

/** Ends one session or all, after a question. */
export function useEndOfSessions(actor: SessionsActor) {
  const { t } = useTranslation("sessions")
  const prompt = usePrompt()
  const ending = useEndSessions(actor)

  return async (id?: string) => {
    const text = id ? "endOne" : "endAll"
    const isConfirmed = await prompt({
      title: t(`${text}.title`),
      description: t(`${text}.description`),
      confirmText: t(`${text}.action`),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) {
      await attempt(async () => {
        const count = await ending.mutateAsync(id)
        toast.success(t(`${text}.done`, { count }))
      })
    }
  }
}
