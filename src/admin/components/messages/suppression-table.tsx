import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import {
  createDataTableColumnHelper,
  createDataTableFilterHelper,
} from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import {
  type AdminMessageSuppression,
  type AdminMessageSuppressionsResponse,
  MESSAGE_CHANNELS,
  SUPPRESSION_REASONS,
} from "../../../types/messages"
import { useSortable } from "../../hooks/use-sortable"
import { ListTable } from "../list-table"
import {
  ChannelCell,
  ReasonCell,
  SinceCell,
  SuppressionRowMenu,
} from "./suppression-cells"

type SuppressionTableProps = {
  /** @default still loading */
  data?: AdminMessageSuppressionsResponse
  pageSize: number
}

const NAMESPACE = "messageSuppressions"
const columns = createDataTableColumnHelper<AdminMessageSuppression>()
const filters = createDataTableFilterHelper<AdminMessageSuppression>()

export function SuppressionTable({ data, pageSize }: SuppressionTableProps) {
  const { t } = useTranslation(NAMESPACE)
  return (
    <ListTable
      namespace={NAMESPACE}
      rows={data?.suppressions}
      count={data?.count}
      columns={useSuppressionColumns()}
      filters={useSuppressionFilters()}
      pageSize={pageSize}
      action={{ label: t("create.action"), to: "create" }}
    />
  )
}

function useSuppressionColumns() {
  const { t } = useTranslation(NAMESPACE)
  const sortable = useSortable(NAMESPACE)
  return useMemo(
    () => [
      columns.accessor("address", {
        header: t("fields.address"),
        ...sortable("address"),
      }),
      columns.accessor("channel", {
        header: t("fields.channel"),
        cell: ChannelCell,
      }),
      columns.accessor("reason", {
        header: t("fields.reason"),
        cell: ReasonCell,
      }),
      columns.accessor("created_at", {
        header: t("fields.created_at"),
        cell: SinceCell,
        ...sortable("created"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: SuppressionRowMenu,
        truncateTooltip: false,
      }),
    ],
    [t, sortable]
  )
}

function useSuppressionFilters() {
  const { t } = useTranslation(NAMESPACE)
  const dates = useDataTableDateFilters()
  const select = <Value extends string>(
    field: "channel" | "reason",
    values: readonly Value[]
  ) =>
    filters.accessor(field, {
      type: "select",
      label: t(`fields.${field}`),
      options: values.map((value) => ({
        value,
        label: t(`${field}.${value}`),
      })),
    })
  return [
    select("channel", MESSAGE_CHANNELS),
    select("reason", SUPPRESSION_REASONS),
    ...dates.filter(({ id }) => id === "created_at"),
  ]
}
