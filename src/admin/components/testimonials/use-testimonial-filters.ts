import { useCustomer, useProduct } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminTestimonial,
  TESTIMONIAL_PLACEMENTS,
  TESTIMONIAL_SOURCES,
  TESTIMONIAL_STATUSES,
} from "../../../types/testimonials"
import type { TestimonialsQuery } from "../../hooks/testimonials/use-testimonials"

const filters = createDataTableFilterHelper<AdminTestimonial>()

/** The table's filters. The one of a product or a customer is there when a link brought it along. */
export function useTestimonialFilters(
  query: TestimonialsQuery
): DataTableFilter[] {
  const { t } = useTranslation("testimonials")
  const linked = useLinkedFilters(query)
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${group}.${value}`) }))
  return [
    filters.accessor("status", {
      type: "select",
      label: t("fields.status"),
      options: choices("status", TESTIMONIAL_STATUSES),
    }),
    {
      id: "placement",
      type: "select",
      label: t("reorder.placement"),
      options: choices("placement", TESTIMONIAL_PLACEMENTS),
    },
    filters.accessor("source", {
      type: "select",
      label: t("fields.source"),
      options: choices("source", TESTIMONIAL_SOURCES),
    }),
    filters.accessor("featured", {
      type: "radio",
      label: t("fields.featured"),
      options: [
        { value: "true", label: t("filters.yes") },
        { value: "false", label: t("filters.no") },
      ],
    }),
    ...linked,
  ]
}

function useLinkedFilters({ product_id, customer_id }: TestimonialsQuery) {
  const { t } = useTranslation("testimonials")
  const { product } = useProduct(
    product_id ?? "",
    { fields: "id,title" },
    { enabled: Boolean(product_id) }
  )
  const { customer } = useCustomer(
    customer_id ?? "",
    { fields: "id,email" },
    { enabled: Boolean(customer_id) }
  )
  const links = [
    { id: "product_id", value: product_id, label: product?.title },
    { id: "customer_id", value: customer_id, label: customer?.email },
  ]
  return links.flatMap(({ id, value, label }) =>
    value
      ? [
          {
            id,
            type: "radio" as const,
            label: t(`fields.${id}`),
            options: [{ value, label: label ?? value }],
          },
        ]
      : []
  )
}
