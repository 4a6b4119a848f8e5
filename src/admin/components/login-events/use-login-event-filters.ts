import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type AdminLoginEvent,
  DEVICE_KINDS,
  LOGIN_OUTCOMES,
} from "../../../types/login-events"
import type { LoginEventsQuery } from "../../hooks/login-events/use-login-events"

const filters = createDataTableFilterHelper<AdminLoginEvent>()

/** The table's filters. The one of an account is there when a link brought it along. */
export function useLoginEventFilters({
  actor_id,
}: LoginEventsQuery): DataTableFilter[] {
  const { t } = useTranslation("loginEvents")
  const dates = useDataTableDateFilters()
  const linked = actor_id
    ? [
        {
          ...{ id: "actor_id", type: "radio" as const },
          label: t("fields.actor"),
          options: [{ value: actor_id, label: actor_id }],
        },
      ]
    : []
  return [
    filters.accessor("outcome", {
      type: "select",
      label: t("fields.outcome"),
      options: LOGIN_OUTCOMES.map((value) => ({
        value,
        label: t(`outcome.${value}`),
      })),
    }),
    filters.accessor("actor_type", {
      type: "radio",
      label: t("fields.actorType"),
      options: ["customer", "user"].map((value) => ({
        value,
        label: t(`actorType.${value}`),
      })),
    }),
    filters.accessor("device_kind", {
      type: "select",
      label: t("fields.device"),
      options: DEVICE_KINDS.map((value) => ({
        value,
        label: t(`device.${value}`),
      })),
    }),
    ...dates
      .filter(({ id }) => id === "created_at")
      .map((filter) => ({
        ...filter,
        id: "occurred_at",
        label: t("fields.time"),
      })),
    ...linked,
  ]
}
