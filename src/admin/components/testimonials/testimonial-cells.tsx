import { useDate } from "@medusajs/dashboard/hooks"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { RatingStars } from "../rating-stars"
import { TestimonialAuthor } from "./testimonial-author"
import { TestimonialStatusBadge } from "./testimonial-status-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminTestimonial } }

const Nothing = () => <span className="text-ui-fg-muted">–</span>

export const AuthorCell = ({ row }: CellProps) => (
  <TestimonialAuthor author={row.original} />
)

const EXCERPT = 300

/** The table cuts it to the column's width, and shows the excerpt on hover. */
export const FeedbackCell = ({ row }: CellProps) =>
  row.original.feedback.slice(0, EXCERPT)

export const RatingCell = ({ row }: CellProps) => (
  <RatingStars rating={row.original.rating} />
)

export const StatusCell = ({ row }: CellProps) => (
  <TestimonialStatusBadge testimonial={row.original} />
)

export function PlacementsCell({ row }: CellProps) {
  const { t } = useTranslation("testimonials")
  const { placements } = row.original
  if (placements.length === 0) {
    return <Nothing />
  }
  return (
    <div className="flex items-center gap-x-1">
      {placements.map((placement) => (
        <Badge key={placement} size="2xsmall">
          {t(`placement.${placement}`)}
        </Badge>
      ))}
    </div>
  )
}

export const ProductCell = ({ row }: CellProps) =>
  row.original.product?.title ?? <Nothing />

export function CreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: row.original.created_at })}</>
}
