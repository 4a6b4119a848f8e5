import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCollectCash } from "../../hooks/cash-on-delivery/use-collect-cash"
import { attempt } from "../../lib/errors"

/** Marks cash as collected, after a question: money in the books is not taken out again by a click. */
export function useCollecting() {
  const { t } = useTranslation("cashOnDelivery")
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useCollectCash()

  /** Tells whether it was carried out. */
  const collect = async (ids: string[]) => {
    const isConfirmed = await prompt({
      title: t("collect.title", { count: ids.length }),
      description: t("collect.description"),
      variant: "confirmation",
      confirmText: t("collect.action"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) {
      return false
    }
    return attempt(async () => {
      const { collected, refused } = await mutateAsync(ids)
      if (collected.length > 0) {
        toast.success(t("collect.done", { count: collected.length }))
      }
      for (const { message } of refused.slice(0, 3)) {
        toast.error(message)
      }
    })
  }
  return { collect, isCollecting: isPending }
}
