import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDecideTestimonials } from "../../hooks/testimonials/use-decide-testimonials"
import { attempt } from "../../lib/errors"

/** Approving and, after a question, rejecting. Both tell whether they were carried out. */
export function useTestimonialDecisions() {
  const { t } = useTranslation("testimonials")
  const prompt = usePrompt()
  const approval = useDecideTestimonials("approve")
  const rejection = useDecideTestimonials("reject")

  const approve = (ids: string[]) =>
    attempt(async () => {
      const count = await approval.mutateAsync(ids)
      toast.success(t("approve.done", { count }))
    })

  const reject = async (ids: string[]) => {
    const isConfirmed = await prompt({
      title: t("reject.title", { count: ids.length }),
      description: t("reject.description"),
      confirmText: t("reject.action"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) {
      return false
    }
    return attempt(async () => {
      const count = await rejection.mutateAsync(ids)
      toast.success(t("reject.done", { count }))
    })
  }

  return { approve, reject }
}
