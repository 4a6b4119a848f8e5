import { sdk } from "../lib/sdk"
import { EntityPicker, type PickerProps } from "./entity-picker"

/** One of the store's products. */
export function ProductPicker(props: PickerProps) {
  return (
    <EntityPicker
      {...props}
      name="product"
      fetchPage={(query) =>
        sdk.admin.product.list({ ...query, fields: "id,title" })
      }
      optionsOf={({ products }) =>
        products.map(({ id, title }) => ({ value: id, label: title }))
      }
    />
  )
}
