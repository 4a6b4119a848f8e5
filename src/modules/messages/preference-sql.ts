import { generateEntityId } from "@medusajs/framework/utils"
import type { OptionalCategory } from "../../types/messages-preferences"

export type ChosenPreferences = {
  customer_id: string
  /** Only those that change. */
  preferences: Partial<Record<OptionalCategory, boolean>>
  chosen_by: "customer" | "link" | "admin"
}

/** In the order of the categories, so that two at once cannot wait for each other. */
export const SET_PREFERENCE = `
  insert into message_preference (id, customer_id, category, is_on, chosen_by)
  values (?, ?, ?, ?, ?)
  on conflict (customer_id, category) do update
    set is_on = excluded.is_on, chosen_by = excluded.chosen_by, updated_at = now(), deleted_at = null`

export const preferenceRows = ({
  customer_id,
  preferences,
  chosen_by,
}: ChosenPreferences) =>
  Object.entries(preferences)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([category, isOn]) => [
      generateEntityId(undefined, "msgpref"),
      ...[customer_id, category, isOn, chosen_by],
    ])
