import { DataTable } from "@medusajs/dashboard/components"
import { ArrowUpDown, Envelope } from "@medusajs/icons"
import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useMatch } from "react-router-dom"
import type { AdminTestimonialsResponse } from "../../../types/testimonials"
import type { TestimonialsQuery } from "../../hooks/testimonials/use-testimonials"
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
  const { selection, setSelection, commands } = useBulkDecisions()
  return (
    <DataTable
      heading={t("domain")}
      subHeading={t("subtitle")}
      data={data?.testimonials}
      rowCount={data?.count}
      isLoading={data === undefined}
      getRowId={({ id }) => id}
      rowHref={({ id }) => `/testimonials/${id}/edit${search}`}
      columns={columns}
      filters={filters}
      commands={commands}
      rowSelection={{ state: selection, onRowSelectionChange: setSelection }}
      pageSize={pageSize}
      action={{ label: t("actions.create"), to: `create${search}` }}
      actionMenu={{
        groups: [
          {
            actions: [
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
            ],
          },
        ],
      }}
      emptyState={{
        empty: {
          heading: t("empty.title"),
          description: t("empty.description"),
        },
        filtered: {
          heading: t("empty.filteredTitle"),
          description: t("empty.filteredDescription"),
        },
      }}
    />
  )
}

/** The selected rows, and what can be done with all of them; the selection ends when it is done. */
function useBulkDecisions() {
  const { t } = useTranslation("testimonials")
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const { approve, reject } = useTestimonialDecisions()

  const command = (
    label: string,
    shortcut: string,
    decide: (ids: string[]) => Promise<boolean>
  ) => ({
    label,
    shortcut,
    action: async (selected: DataTableRowSelectionState) => {
      if (await decide(Object.keys(selected))) {
        setSelection({})
      }
    },
  })

  // While a drawer lies over the table, its letters are not for us.
  const isTableInFront = useMatch("/testimonials")
  const commands = isTableInFront
    ? [
        command(t("approve.action"), "A", approve),
        command(t("reject.action"), "R", reject),
      ]
    : []
  return { selection, setSelection, commands }
}
