import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import { isSameAmount } from "../../utils/money"
import { digitalOf } from "./service-of"

type Money = { raw_amount?: BigNumberInput; amount: BigNumberInput }

type Line = {
  id: string
  variant_id: string | null
  product_title: string | null
  variant_title: string | null
  title: string
  quantity: BigNumberInput
  total: BigNumberInput
  requires_shipping: boolean
  detail?: {
    fulfilled_quantity?: BigNumberInput
    return_received_quantity?: BigNumberInput
  } | null
}

type Order = {
  id: string
  status: string
  canceled_at: string | Date | null
  currency_code: string
  shipping_total: BigNumberInput
  summary?: Record<string, BigNumberInput | null> | null
  items: (Line | null)[]
  payment_collections?:
    | ({
        payments?:
          | ({
              captures?: (Money | null)[] | null
              refunds?: (Money & { id: string })[] | null
            } | null)[]
          | null
      } | null)[]
    | null
}

const FIELDS = [
  ...["id", "status", "canceled_at", "currency_code", "shipping_total"],
  ...[
    "summary.*",
    "items.*",
    "items.total",
    "items.quantity",
    "items.detail.*",
  ],
  ...["amount", "raw_amount"].map(
    (field) => `payment_collections.payments.captures.${field}`
  ),
  ...["id", "amount", "raw_amount"].map(
    (field) => `payment_collections.payments.refunds.${field}`
  ),
]

/** A line of an order as granting and refunding look at it. Amounts are exact. */
export type OrderLine = {
  id: string
  /** Undefined for what is no digital product. */
  digital_product_id: string | undefined
  title: string
  /** Whole units. */
  quantity: number
  fulfilled: number
  /** Came back, and was received. */
  returned: number
  /** With taxes and less discounts. */
  unit_total: BigNumberInput
  requires_shipping: boolean
}

export type DigitalOrder = {
  id: string
  currency_code: string
  is_canceled: boolean
  /** All that is owed came in, and stayed. */
  is_paid: boolean
  is_refunded_in_full: boolean
  shipping_total: BigNumberInput
  refunds: { id: string; amount: BigNumberInput }[]
  lines: OrderLine[]
}

/**
 * An order with its money and its digital lines, as they are now.
 * @throws NOT_FOUND when it is gone
 */
export async function readDigitalOrder(
  container: MedusaContainer,
  id: string
): Promise<DigitalOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: FIELDS,
    filters: { id },
  })
  const [order] = data as unknown as Order[]
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id ${id} was not found`
    )
  }
  const items = order.items.filter((item): item is Line => Boolean(item))
  const digital = await digitalByVariant(container, items)
  return {
    id,
    currency_code: order.currency_code,
    is_canceled: Boolean(order.canceled_at) || order.status === "canceled",
    shipping_total: order.shipping_total ?? 0,
    ...moneyOf(order),
    lines: onePerLine(items.map((item) => lineOf(item, digital))),
  }
}

async function digitalByVariant(container: MedusaContainer, items: Line[]) {
  const variants = items.flatMap(({ variant_id }) => variant_id ?? [])
  const products =
    variants.length > 0
      ? await digitalOf(container).listDigitalProducts(
          { variant_id: variants },
          { take: null }
        )
      : []
  return new Map(products.map(({ variant_id, id }) => [variant_id, id]))
}

function moneyOf(order: Order) {
  const payments = (order.payment_collections ?? []).flatMap(
    (collection) => collection?.payments ?? []
  )
  const captured = sum(payments.flatMap((payment) => payment?.captures ?? []))
  const refunds = payments.flatMap((payment) => payment?.refunds ?? [])
  const refunded = sum(refunds)
  const owed =
    order.summary?.raw_current_order_total ??
    order.summary?.current_order_total ??
    0
  const kept = MathBN.sub(captured, refunded)
  return {
    is_refunded_in_full:
      MathBN.gt(refunded, 0) && MathBN.gte(refunded, captured),
    is_paid:
      MathBN.gte(kept, owed) || isSameAmount(kept, owed, order.currency_code),
    refunds: refunds.map((refund) => ({
      id: refund.id,
      amount: exactOf(refund),
    })),
  }
}

const exactOf = ({ raw_amount, amount }: Money) => raw_amount ?? amount

const sum = (rows: (Money | null)[]) =>
  rows.reduce(
    (total, row) => (row ? MathBN.add(total, exactOf(row)) : total),
    MathBN.convert(0)
  )

const whole = (quantity: BigNumberInput | null | undefined) =>
  Math.floor(MathBN.convert(quantity ?? 0).toNumber())

function lineOf(item: Line, digital: Map<string, string>): OrderLine {
  const { id, variant_id, variant_title, quantity, detail } = item
  const title = item.product_title ?? item.title
  return {
    id,
    digital_product_id: variant_id ? digital.get(variant_id) : undefined,
    title: variant_title ? `${title} (${variant_title})` : title,
    quantity: whole(quantity),
    fulfilled: whole(detail?.fulfilled_quantity),
    returned: whole(detail?.return_received_quantity),
    unit_total: MathBN.gt(quantity, 0) ? MathBN.div(item.total, quantity) : 0,
    requires_shipping: item.requires_shipping,
  }
}

/**
 * A change of an order makes new rows of its lines, and Medusa lists old ones beside them when two
 * changes met: what one row tells of as done is done.
 */
function onePerLine(lines: OrderLine[]): OrderLine[] {
  const byId = new Map<string, OrderLine>()
  for (const line of lines) {
    const known = byId.get(line.id) ?? line
    byId.set(line.id, {
      ...line,
      fulfilled: Math.max(line.fulfilled, known.fulfilled),
      returned: Math.max(line.returned, known.returned),
    })
  }
  return [...byId.values()]
}
