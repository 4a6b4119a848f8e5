import { DataTable } from "@medusajs/dashboard/components"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"

type Row = { id: string }

type ListTableProps<T extends Row> = Pick<
  ComponentProps<typeof DataTable<T>>,
  | "columns"
  | "filters"
  | "commands"
  | "rowSelection"
  | "rowHref"
  | "pageSize"
  | "action"
  | "actionMenu"
> & {
  /** Of the feature's texts: `domain`, `subtitle`, `empty.…` */
  namespace: string
  /** @default still loading */
  rows?: T[]
  count?: number
  /** What is said after the subtitle. */
  state?: string
}

/** A feature's list with its heading, and its words for "nothing yet" and "nothing matches". */
export function ListTable<T extends Row>({
  namespace,
  rows,
  count,
  state,
  ...table
}: ListTableProps<T>) {
  const { t } = useTranslation(namespace)
  return (
    <DataTable
      {...table}
      heading={t("domain")}
      subHeading={state ? `${t("subtitle")} ${state}` : t("subtitle")}
      data={rows}
      rowCount={count}
      isLoading={rows === undefined}
      getRowId={({ id }) => id}
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
