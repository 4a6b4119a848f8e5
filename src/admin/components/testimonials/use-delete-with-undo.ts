import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useDeleteTestimonial } from "../../hooks/testimonials/use-delete-testimonial"
import { useRestoreTestimonial } from "../../hooks/testimonials/use-restore-testimonial"
import { attempt } from "../../lib/errors"

const TIME_TO_UNDO = 10_000

/** Deletes after a question, and offers to take it back for ten seconds. */
export function useDeleteWithUndo() {
  const { t } = useTranslation("testimonials")
  const prompt = usePrompt()
  const deletion = useDeleteTestimonial()
  const restoration = useRestoreTestimonial()

  const restore = ({ id, name }: AdminTestimonial) =>
    attempt(async () => {
      await restoration.mutateAsync(id)
      toast.success(t("delete.undone", { name }))
    })

  return async (testimonial: AdminTestimonial) => {
    const { id, name } = testimonial
    const isConfirmed = await prompt({
      title: t("delete.title"),
      description: t("delete.description", { name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!isConfirmed) {
      return
    }
    await attempt(async () => {
      await deletion.mutateAsync(id)
      const toastId = toast.success(t("delete.done", { name }), {
        position: "top-right",
        duration: TIME_TO_UNDO,
        action: {
          label: t("actions.undo"),
          altText: t("actions.undo"),
          onClick: () => {
            toast.dismiss(toastId)
            void restore(testimonial)
          },
        },
      })
    })
  }
}
