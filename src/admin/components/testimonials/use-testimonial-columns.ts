import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"
import { useSortable } from "../../hooks/use-sortable"
import {
  AuthorCell,
  CreatedCell,
  FeedbackCell,
  PlacementsCell,
  ProductCell,
  RatingCell,
  StatusCell,
} from "./testimonial-cells"
import { TestimonialRowMenu } from "./testimonial-row-menu"

const columns = createDataTableColumnHelper<AdminTestimonial>()

export function useTestimonialColumns() {
  const { t } = useTranslation("testimonials")
  const sortable = useSortable("testimonials")
  return useMemo(() => {
    return [
      columns.select(),
      columns.accessor("name", {
        header: t("fields.name"),
        cell: AuthorCell,
        maxSize: 210,
        truncateTooltip: false,
        ...sortable("name"),
      }),
      columns.accessor("feedback", {
        header: t("fields.feedback"),
        cell: FeedbackCell,
        maxSize: 220,
      }),
      columns.accessor("rating", {
        header: t("fields.rating"),
        cell: RatingCell,
        ...sortable("rating"),
      }),
      columns.accessor("status", {
        header: t("fields.status"),
        cell: StatusCell,
        ...sortable("status"),
      }),
      columns.accessor("placements", {
        header: t("fields.placements"),
        cell: PlacementsCell,
      }),
      columns.accessor("product", {
        header: t("fields.product_id"),
        cell: ProductCell,
        maxSize: 140,
      }),
      columns.accessor("created_at", {
        header: t("fields.created"),
        cell: CreatedCell,
        ...sortable("created"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: TestimonialRowMenu,
        truncateTooltip: false,
      }),
    ]
  }, [t, sortable])
}
