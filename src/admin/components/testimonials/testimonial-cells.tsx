import { useDate } from "@medusajs/dashboard/hooks"
import { BadgeCheck } from "@medusajs/icons"
import { Badge, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { RatingStars } from "../rating-stars"
import { TestimonialAuthor } from "./testimonial-author"
import { TestimonialStatusBadge } from "./testimonial-status-badge"

/** Cells stand outside the hook that lists the columns: a cell made anew would be mounted anew. */
type CellProps = { row: { original: AdminTestimonial } }

const Nothing = () => <span className="text-ui-fg-muted">–</span>

export const AuthorCell = ({ row }: CellProps) => (
  <TestimonialAuthor {...row.original} />
)

export const FeedbackCell = ({ row }: CellProps) => (
  <Text size="small" leading="compact" className="max-w-[280px] truncate">
    {row.original.feedback}
  </Text>
)

export const RatingCell = ({ row }: CellProps) => (
  <RatingStars rating={row.original.rating} />
)

export const StatusCell = ({ row }: CellProps) => (
  <TestimonialStatusBadge testimonial={row.original} />
)

export function VerifiedCell({ row }: CellProps) {
  const { t } = useTranslation("testimonials")
  if (!row.original.verified) {
    return <Nothing />
  }
  return (
    <Tooltip content={t("hints.verified")}>
      <BadgeCheck
        role="img"
        aria-label={t("fields.verified")}
        className="text-ui-tag-green-icon"
      />
    </Tooltip>
  )
}

export function PlacementsCell({ row }: CellProps) {
  const { t } = useTranslation("testimonials")
  const { featured, placements } = row.original
  if (!featured && placements.length === 0) {
    return <Nothing />
  }
  return (
    <div className="flex items-center gap-x-1">
      {featured && (
        <Badge size="2xsmall" color="purple">
          {t("fields.featured")}
        </Badge>
      )}
      {placements.map((placement) => (
        <Badge key={placement} size="2xsmall">
          {t(`placement.${placement}`)}
        </Badge>
      ))}
    </div>
  )
}

export const ProductCell = ({ row }: CellProps) =>
  row.original.product ? (
    <span className="block max-w-[160px] truncate">
      {row.original.product.title}
    </span>
  ) : (
    <Nothing />
  )

export function CreatedCell({ row }: CellProps) {
  const { getFullDate } = useDate()
  return <>{getFullDate({ date: row.original.created_at })}</>
}
