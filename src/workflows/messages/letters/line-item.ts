import type { BigNumberInput } from "@medusajs/framework/types"
import type { Item } from "../../../emails/components/item-list"
import { exact } from "./order-letter"

/** Of an order's line, what shoppers know it by. */
export type Line = {
  id: string
  product_title: string | null
  title: string
  variant_title: string | null
}

export const lineItem = (line: Line, quantity: BigNumberInput): Item => ({
  id: line.id,
  title: line.product_title ?? line.title,
  variant: line.variant_title,
  quantity: exact(quantity),
})
