import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { type ShownStatus, shownStatus } from "./shown-status"

const COLORS: Record<
  ShownStatus,
  "green" | "orange" | "red" | "blue" | "grey"
> = {
  pending: "orange",
  approved: "green",
  rejected: "red",
  scheduled: "blue",
  expired: "grey",
}

export function TestimonialStatusBadge({
  testimonial,
}: {
  testimonial: AdminTestimonial
}) {
  const { t } = useTranslation("testimonials")
  const status = shownStatus(testimonial, new Date())
  return (
    <StatusBadge color={COLORS[status]}>{t(`status.${status}`)}</StatusBadge>
  )
}
