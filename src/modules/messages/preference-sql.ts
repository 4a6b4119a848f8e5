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

/**
 * Those of some readers, by their place, who do not want a category. What the customer chose counts; who chose nothing is
 * asked by their address, which a guest and an account may share.
 */
export const UNWANTED = `
  select reader.at from json_to_recordset(?::json) as reader (at int, customer_id text, recipient text)
    left join message_preference own on own.customer_id = reader.customer_id and own.category = ? and own.deleted_at is null
   where reader.customer_id is null or not own.is_on or own.id is null and exists (
     select from customer sharer join message_preference theirs on theirs.customer_id = sharer.id
      where sharer.email = reader.recipient and sharer.deleted_at is null
        and theirs.category = ? and not theirs.is_on and theirs.deleted_at is null)`
