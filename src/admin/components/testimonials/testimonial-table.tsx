import { ArrowUpDown, Envelope } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import type { AdminTestimonialsResponse } from "../../../types/testimonials"
import type { TestimonialsQuery } from "../../hooks/testimonials/use-testimonials"
import { useBulkCommands } from "../../hooks/use-bulk-commands"
import { ListTable } from "../list-table"
import { useTestimonialColumns } from "./use-testimonial-columns"
import { useTestimonialDecisions } from "./use-testimonial-decisions"
import { useTestimonialFilters } from "./use-testimonial-filters"

type TestimonialTableProps = {
  /** What the rows were asked for with. */
  query: TestimonialsQuery
  /** @default still loading */
  data?: AdminTestimonialsResponse
  pageSize: number
}

export function TestimonialTable({
  query,
  data,
  pageSize,
}: TestimonialTableProps) {
  const { t } = useTranslation("testimonials")
  const { search } = useLocation()
  const columns = useTestimonialColumns()
  const filters = useTestimonialFilters(query)
  const { approve, reject } = useTestimonialDecisions()
  const bulk = useBulkCommands("/testimonials", [
    { label: t("approve.action"), shortcut: "A", run: approve },
    { label: t("reject.action"), shortcut: "R", run: reject },
  ])
  const actions = [
    {
      label: t("reorder.action"),
      icon: <ArrowUpDown />,
      to: `reorder${search}`,
    },
    {
      label: t("invites.domain"),
      icon: <Envelope />,
      to: "/testimonials/invites",
    },
  ]
  return (
    <ListTable
      namespace="testimonials"
      rows={data?.testimonials}
      count={data?.count}
      rowHref={({ id }) => `/testimonials/${id}/edit${search}`}
      columns={columns}
      filters={filters}
      pageSize={pageSize}
      action={{ label: t("actions.create"), to: `create${search}` }}
      actionMenu={{ groups: [{ actions }] }}
      {...bulk}
    />
  )
}
