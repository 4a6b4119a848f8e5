import type { Item } from "./components/item-list"

/** What every mail about an order knows. */
export type AboutOrder = {
  /** As people call it, such as "#1042". */
  number: string
  /** Of the shopper; empty when nobody told. */
  name: string
}

export const ABOUT_SAMPLE: AboutOrder = { number: "#1042", name: "Asha Rao" }

export const ITEMS_SAMPLE: Item[] = [
  {
    id: "ordli_1",
    title: "Cotton T-shirt",
    variant: "M / Black",
    quantity: "2",
  },
  { id: "ordli_2", title: "Sticker sheet", variant: null, quantity: "1" },
]
