import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useTestimonials } from "../../hooks/testimonials/use-testimonials"
import { LoadFailure } from "../load-failure"
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
  const { data, error, refetch } = useTestimonials({
    [filter]: id,
    limit: LATEST,
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h2">{t("domain")}</Heading>
          {data && data.count > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("entity", { count: data.count })}
            </Text>
          )}
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/testimonials?${filter}=${id}`}>{t("viewAll")}</Link>
        </Button>
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && <SectionSkeleton />}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {emptyText}
        </Text>
      )}
      {data?.testimonials.map((testimonial) => (
        <SectionEntry key={testimonial.id} testimonial={testimonial} />
      ))}
    </Container>
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

function SectionSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-4 w-1/2 rounded-md" />
      <Skeleton className="h-4 w-full rounded-md" />
      <Skeleton className="h-4 w-3/4 rounded-md" />
    </div>
  )
}
