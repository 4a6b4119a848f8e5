import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import orderPlaced, { type OrderPlacedData } from "../../../emails/order-placed"
import { renderEmail } from "../../../emails/render-email"
import { CASH_ON_DELIVERY_PROVIDER } from "../../../utils/cash-on-delivery"
import type { Letter } from "../read-letter"

type Address = Partial<
  Record<
    | "first_name"
    | "last_name"
    | "company"
    | "address_1"
    | "address_2"
    | "postal_code"
    | "city"
    | "province"
    | "country_code",
    string | null
  >
>

type Order = {
  id: string
  display_id: number
  email: string | null
  customer_id: string | null
  locale?: string | null
  currency_code: string
  items: {
    id: string
    product_title: string | null
    title: string
    variant_title: string | null
    quantity: BigNumberInput
    total: BigNumberInput
  }[]
  shipping_total: BigNumberInput
  discount_total: BigNumberInput
  tax_total: BigNumberInput
  total: BigNumberInput
  shipping_address: Address | null
  payment_collections: { payment_sessions: { provider_id: string }[] | null }[]
}

const FIELDS = [
  ...["id", "display_id", "email", "customer_id", "locale", "currency_code"],
  ...["items.*", "items.total", "items.quantity"],
  ...["shipping_total", "discount_total", "tax_total", "total"],
  "shipping_address.*",
  "payment_collections.payment_sessions.provider_id",
]

/** What the shopper is told of a placed order. */
export async function readOrderPlaced(
  container: MedusaContainer,
  { subject_id }: { subject_id: string }
): Promise<Letter> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id: subject_id },
  })
  const [order] = data as unknown as Order[]
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id ${subject_id} was not found`
    )
  }
  if (!order.email) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The order has no e-mail address"
    )
  }
  return {
    render: (setting) => renderEmail(orderPlaced, dataOf(order), setting),
    recipient: order.email,
    customer_id: order.customer_id,
    order_id: order.id,
    locale: order.locale ?? null,
  }
}

const exact = (amount: BigNumberInput) => MathBN.convert(amount).toFixed()

function dataOf(order: Order): OrderPlacedData {
  const { shipping_address: address } = order
  return {
    number: `#${order.display_id}`,
    name: nameOf(address),
    currency_code: order.currency_code,
    items: order.items.map((item) => ({
      id: item.id,
      title: item.product_title ?? item.title,
      variant: item.variant_title,
      quantity: exact(item.quantity),
      total: exact(item.total),
    })),
    shipping_total: exact(order.shipping_total),
    discount_total: exact(order.discount_total),
    tax_total: exact(order.tax_total),
    total: exact(order.total),
    address: address ? linesOf(address) : [],
    is_cash_on_delivery: order.payment_collections.some(
      ({ payment_sessions: sessions }) =>
        sessions?.some(
          ({ provider_id }) => provider_id === CASH_ON_DELIVERY_PROVIDER
        )
    ),
  }
}

const nameOf = (address: Address | null) =>
  [address?.first_name, address?.last_name].filter(Boolean).join(" ")

const linesOf = (address: Address) =>
  [
    nameOf(address),
    address.company,
    address.address_1,
    address.address_2,
    [address.postal_code, address.city].filter(Boolean).join(" "),
    address.province,
    address.country_code?.toUpperCase(),
  ].filter((line): line is string => Boolean(line))
