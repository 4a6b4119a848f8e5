import type { BigNumberInput } from "@medusajs/framework/types"
import orderPlaced, { type OrderPlacedData } from "../../../emails/order-placed"
import { CASH_ON_DELIVERY_PROVIDER } from "../../../utils/cash-on-delivery"
import type { ReadLetter } from "../read-letter"
import { downloadLinkFor } from "./downloads"
import { type Line, lineItem } from "./line-item"
import { orderLinkFor } from "./order-link"
import { exact, nameOf, orderLetter, readOrder } from "./order-letter"

const LINES = ["company", "address_1", "address_2", "province"] as const

type Address = Partial<
  Record<
    | "first_name"
    | "last_name"
    | "postal_code"
    | "city"
    | "country_code"
    | (typeof LINES)[number],
    string | null
  >
>

export type Bought = {
  currency_code: string
  items: (Line & {
    variant_id: string | null
    requires_shipping: boolean
    quantity: BigNumberInput
    original_total: BigNumberInput
  })[]
  original_shipping_total: BigNumberInput
  discount_total: BigNumberInput
  tax_total: BigNumberInput
  total: BigNumberInput
  shipping_address: Address | null
  payment_collections: { payment_sessions: { provider_id: string }[] | null }[]
}

export const BOUGHT_FIELDS = [
  ...["currency_code", "items.*", "items.original_total", "items.quantity"],
  ...["original_shipping_total", "discount_total", "tax_total", "total"],
  "payment_collections.payment_sessions.provider_id",
]

/** What the shopper is told of a placed order. */
export const readOrderPlaced: ReadLetter = async (
  container,
  { subject_id }
) => {
  const order = await readOrder<Bought>(container, subject_id, BOUGHT_FIELDS)
  const page = orderLinkFor(order, new Date())
  const downloads = await downloadLinkFor(container, order)
  return {
    ...orderLetter<OrderPlacedData>(order, orderPlaced, {
      ...dataOf(order),
      order_link: page?.link ?? null,
      download_link: downloads?.link ?? null,
    }),
    secrets: [page, downloads].flatMap((opens) => opens?.token ?? []),
  }
}

/** Prices before any discount, with their taxes: less the discount they are the total. */
export const dataOf = (order: Bought) => ({
  currency_code: order.currency_code,
  items: order.items.map((item) => ({
    ...lineItem(item, item.quantity),
    total: exact(item.original_total),
  })),
  shipping_total: exact(order.original_shipping_total),
  discount_total: exact(order.discount_total),
  tax_total: exact(order.tax_total),
  total: exact(order.total),
  is_shipped: isShipped(order),
  // For files alone Medusa writes down an address, too: the region's country.
  address:
    isShipped(order) && order.shipping_address
      ? linesOf(order.shipping_address)
      : [],
  is_cash_on_delivery: order.payment_collections.some(
    ({ payment_sessions: sessions }) =>
      sessions?.some(
        ({ provider_id }) => provider_id === CASH_ON_DELIVERY_PROVIDER
      )
  ),
})

const isShipped = ({ items }: Bought) =>
  items.some((item) => item.requires_shipping)

const linesOf = (address: Address) =>
  [
    nameOf(address),
    ...LINES.slice(0, 3).map((field) => address[field]),
    [address.postal_code, address.city].filter(Boolean).join(" "),
    address.province,
    address.country_code?.toUpperCase(),
  ].filter((line): line is string => Boolean(line))
