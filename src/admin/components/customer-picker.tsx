import { sdk } from "../lib/sdk"
import { EntityPicker, type PickerProps } from "./entity-picker"

/** One of the store's customers, by e-mail address or name. */
export function CustomerPicker(props: PickerProps) {
  return (
    <EntityPicker
      {...props}
      name="customer"
      fetchPage={(query) =>
        sdk.admin.customer.list({ ...query, fields: "id,email" })
      }
      optionsOf={({ customers }) =>
        customers.map(({ id, email }) => ({ value: id, label: email }))
      }
    />
  )
}
