import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminLoginEvent } from "../../../types/login-events"
import { useSortable } from "../../hooks/use-sortable"
import {
  ActorCell,
  ActorTypeCell,
  DeviceCell,
  IpCell,
  OutcomeCell,
  ProviderCell,
  TimeCell,
} from "./login-event-cells"

const columns = createDataTableColumnHelper<AdminLoginEvent>()

export function useLoginEventColumns() {
  const { t } = useTranslation("loginEvents")
  const sortable = useSortable("loginEvents")
  return useMemo(
    () => [
      columns.accessor("occurred_at", {
        header: t("fields.time"),
        cell: TimeCell,
        ...sortable("time"),
      }),
      columns.accessor("outcome", {
        header: t("fields.outcome"),
        cell: OutcomeCell,
      }),
      columns.accessor("actor_type", {
        header: t("fields.actorType"),
        cell: ActorTypeCell,
      }),
      columns.accessor("actor_id", {
        header: t("fields.actor"),
        cell: ActorCell,
        maxSize: 220,
      }),
      columns.accessor("browser", {
        header: t("fields.device"),
        cell: DeviceCell,
      }),
      columns.accessor("ip", { header: t("fields.ip"), cell: IpCell }),
      columns.accessor("provider", {
        header: t("fields.provider"),
        cell: ProviderCell,
      }),
    ],
    [t, sortable]
  )
}
