import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminMessage } from "../../../types/messages"
import { useMessageAction } from "../../hooks/messages/use-messages"
import { attempt } from "../../lib/errors"

/** What an admin can do about a message: each asks first. */
export function useMessageActs({ id, status }: AdminMessage) {
  const { t } = useTranslation("messages")
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useMessageAction()

  const act = (action: "resend" | "cancel") => async () => {
    const isConfirmed = await prompt({
      title: t(`${action}.title`),
      description: t(`${action}.description`),
      confirmText: t(`${action}.action`),
      cancelText: t("actions.cancel"),
      variant: action === "cancel" ? "danger" : "confirmation",
    })
    return isConfirmed
      ? attempt(async () => {
          await mutateAsync({ id, action })
          toast.success(t(`${action}.done`))
        })
      : false
  }

  const isWaiting = status === "queued"
  return {
    resend: isWaiting ? undefined : act("resend"),
    cancel: isWaiting ? act("cancel") : undefined,
    isPending,
  }
}
