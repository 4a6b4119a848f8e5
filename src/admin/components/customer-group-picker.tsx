import { sdk } from "../lib/sdk"
import { EntityPicker, type PickerProps } from "./entity-picker"

/** One of the store's customer groups, by name. */
export function CustomerGroupPicker(props: PickerProps) {
  return (
    <EntityPicker
      {...props}
      name="customer-group"
      fetchPage={(query) =>
        sdk.admin.customerGroup.list({ ...query, fields: "id,name" })
      }
      optionsOf={({ customer_groups }) =>
        customer_groups.map(({ id, name }) => ({
          value: id,
          label: name ?? id,
        }))
      }
    />
  )
}
