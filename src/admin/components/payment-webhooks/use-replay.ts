import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useReplayPaymentWebhooks } from "../../hooks/payment-webhooks/use-replay-payment-webhooks"
import { attempt } from "../../lib/errors"

/** Working webhooks off again, after a question. Tells whether it was carried out. */
export function useReplay() {
  const { t } = useTranslation("paymentWebhooks")
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useReplayPaymentWebhooks()

  const replay = async (ids: string[]) => {
    const isConfirmed = await prompt({
      title: t("replay.title", { count: ids.length }),
      description: t("replay.description"),
      confirmText: t("replay.action"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!isConfirmed) {
      return false
    }
    return attempt(async () => {
      const count = await mutateAsync(ids)
      toast.success(t("replay.done", { count }))
    })
  }

  return { replay, isReplaying: isPending }
}
