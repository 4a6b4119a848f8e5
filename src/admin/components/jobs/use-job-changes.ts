import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useChangeJobs } from "../../hooks/jobs/use-change-jobs"
import { attempt } from "../../lib/errors"

/** Retrying and, after a question, removing. Both tell whether they were carried out. */
export function useJobChanges() {
  const { t } = useTranslation("jobs")
  const prompt = usePrompt()
  const retrying = useChangeJobs("retry")
  const removal = useChangeJobs("remove")

  const retry = (ids: string[]) =>
    attempt(async () => {
      const count = await retrying.mutateAsync(ids)
      toast.success(t("retry.done", { count }))
    })

  const remove = async (ids: string[]) => {
    const isConfirmed = await prompt({
      title: t("remove.title", { count: ids.length }),
      description: t("remove.description"),
      confirmText: t("remove.action"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) {
      return false
    }
    return attempt(async () => {
      const count = await removal.mutateAsync(ids)
      toast.success(t("remove.done", { count }))
    })
  }

  return { retry, remove }
}
