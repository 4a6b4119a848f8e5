import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminCashOrder } from "../../../types/cash-on-delivery"
import { useSortable } from "../../hooks/use-sortable"
import {
  AmountCell,
  CashRowMenu,
  CityCell,
  CustomerCell,
  DeliveryCell,
  OrderCell,
  PlacedCell,
} from "./cash-cells"

const columns = createDataTableColumnHelper<AdminCashOrder>()

export function useCashColumns() {
  const { t } = useTranslation("cashOnDelivery")
  const sortable = useSortable("cashOnDelivery")
  return useMemo(() => {
    return [
      columns.select(),
      columns.accessor("display_id", {
        header: t("fields.order"),
        cell: OrderCell,
        ...sortable("number"),
      }),
      columns.accessor("placed_at", {
        header: t("fields.placed"),
        cell: PlacedCell,
        ...sortable("time"),
      }),
      columns.accessor("name", {
        header: t("fields.customer"),
        cell: CustomerCell,
      }),
      columns.accessor("city", { header: t("fields.city"), cell: CityCell }),
      columns.accessor("delivery", {
        header: t("fields.delivery"),
        cell: DeliveryCell,
      }),
      columns.accessor("amount", {
        header: t("fields.amount"),
        cell: AmountCell,
        ...sortable("amount"),
      }),
      columns.accessor("id", {
        id: "action",
        header: "",
        cell: CashRowMenu,
        truncateTooltip: false,
      }),
    ]
  }, [t, sortable])
}
