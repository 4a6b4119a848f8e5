import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminReconciliationCase } from "../../../types/reconciliation"
import { useCaseAction } from "../../hooks/reconciliation/use-case-actions"
import { attempt } from "../../lib/errors"

/** What an admin can do about an open case besides dismissing it. */
export function useCaseActs({
  id,
  kind,
  status,
  session_id,
}: AdminReconciliationCase) {
  const { t } = useTranslation("reconciliation")
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useCaseAction()

  const retry = () =>
    attempt(async () => {
      const now = await mutateAsync({ id, action: "retry" })
      toast.success(t("retry.done", { status: t(`status.${now.status}`) }))
    })

  const confirm = async () => {
    const isConfirmed = await prompt({
      title: t("confirm.title"),
      description: t("confirm.description"),
      confirmText: t("confirm.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    return isConfirmed
      ? attempt(async () => {
          await mutateAsync({ id, action: "confirm" })
          toast.success(t("confirm.done"))
        })
      : false
  }

  const isOpen = status === "open"
  return {
    retry: isOpen && session_id ? retry : undefined,
    confirm: isOpen && kind === "account_changed" ? confirm : undefined,
    isPending,
  }
}
