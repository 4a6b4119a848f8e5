import { ActionMenu } from "@medusajs/dashboard/components"
import {
  CheckCircle,
  PencilSquare,
  Star,
  StarSolid,
  Trash,
  XCircle,
} from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useDeleteWithUndo } from "./use-delete-with-undo"
import { useTestimonialDecisions } from "./use-testimonial-decisions"
import { useToggleFeatured } from "./use-toggle-featured"

/** What can be done with one testimonial; what would change nothing is left out. */
export function TestimonialRowMenu({
  row,
}: {
  row: { original: AdminTestimonial }
}) {
  const testimonial = row.original
  const { id, featured } = testimonial
  const { t } = useTranslation("testimonials")
  const { search } = useLocation()
  const decisions = useDecisionActions(testimonial)
  const toggleFeatured = useToggleFeatured()
  const remove = useDeleteWithUndo()
  const main = [
    {
      label: t("actions.edit"),
      icon: <PencilSquare />,
      to: `/testimonials/${id}/edit${search}`,
    },
    ...decisions,
    {
      label: featured ? t("feature.undoAction") : t("feature.action"),
      icon: featured ? <StarSolid /> : <Star />,
      onClick: () => void toggleFeatured(testimonial),
    },
  ]
  const deletion = {
    label: t("actions.delete"),
    icon: <Trash />,
    onClick: () => void remove(testimonial),
  }
  return (
    // A click on the row opens the testimonial; one on its menu must not.
    <div onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={[{ actions: main }, { actions: [deletion] }]} />
    </div>
  )
}

function useDecisionActions({ id, status }: AdminTestimonial) {
  const { t } = useTranslation("testimonials")
  const { approve, reject } = useTestimonialDecisions()
  const approval = {
    label: t("approve.action"),
    icon: <CheckCircle />,
    onClick: () => void approve([id]),
  }
  const rejection = {
    label: t("reject.action"),
    icon: <XCircle />,
    onClick: () => void reject([id]),
  }
  return [
    ...(status === "approved" ? [] : [approval]),
    ...(status === "rejected" ? [] : [rejection]),
  ]
}
