import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useTestimonials } from "../../hooks/testimonials/use-testimonials"
import { DetailSection } from "../detail-section"
import { RatingStars } from "../rating-stars"
import { TestimonialStatusBadge } from "./testimonial-status-badge"

const LATEST = 5

type TestimonialsSectionProps = {
  filter: "product_id" | "customer_id"
  id: string
  /** Said when there is none. */
  emptyText: string
}

/** The latest testimonials of one product or customer, beside its details. */
export function TestimonialsSection({
  filter,
  id,
  emptyText,
}: TestimonialsSectionProps) {
  const { t } = useTranslation("testimonials")
  const query = useTestimonials({
    [filter]: id,
    limit: LATEST,
  })
  const { data } = query
  const count = data?.count ?? 0
  return (
    <DetailSection
      title={t("domain")}
      subtitle={count > 0 && t("entity", { count })}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/testimonials?${filter}=${id}`}>{t("viewAll")}</Link>
        </Button>
      }
      query={query}
      emptyText={data?.count === 0 && emptyText}
    >
      {data?.testimonials.map((testimonial) => (
        <SectionEntry key={testimonial.id} testimonial={testimonial} />
      ))}
    </DetailSection>
  )
}

function SectionEntry({ testimonial }: { testimonial: AdminTestimonial }) {
  const { id, name, rating, feedback } = testimonial
  return (
    <Link
      to={`/testimonials/${id}/edit`}
      className="hover:bg-ui-bg-base-hover transition-fg flex flex-col gap-y-2 px-6 py-4 outline-none focus-visible:shadow-borders-focus"
    >
      <div className="flex items-center justify-between gap-x-2">
        <Text size="small" leading="compact" weight="plus" className="truncate">
          {name}
        </Text>
        <TestimonialStatusBadge testimonial={testimonial} />
      </div>
      <RatingStars rating={rating} />
      <Text size="small" className="text-ui-fg-subtle line-clamp-2">
        {feedback}
      </Text>
    </Link>
  )
}
