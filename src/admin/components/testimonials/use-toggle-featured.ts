import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useUpdateTestimonial } from "../../hooks/testimonials/use-update-testimonial"
import { attempt } from "../../lib/errors"

export function useToggleFeatured() {
  const { t } = useTranslation("testimonials")
  const update = useUpdateTestimonial()
  return ({ id, name, featured }: AdminTestimonial) =>
    attempt(async () => {
      await update.mutateAsync({ id, featured: !featured })
      toast.success(t(featured ? "feature.undone" : "feature.done", { name }))
    })
}
