import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import { CASH_ON_DELIVERY } from "../../utils/cash-on-delivery"
import { isFeeLine } from "../../utils/fee-line"

type Line = {
  id: string
  variant_id: string | null
  product_id: string | null
  metadata: Record<string, unknown> | null
  unit_price: BigNumberInput
  quantity: BigNumberInput
  is_tax_inclusive: boolean
  total: BigNumberInput
}

/** What decides whether a cart may be paid on delivery, and at what cost. */
export type CashCart = {
  id: string
  region_id: string | null
  currency_code: string
  email: string | null
  customer: { id: string; has_account: boolean } | null
  completed_at: string | Date | null
  total: BigNumberInput
  items: Line[]
}

const FIELDS = [
  "id",
  "region_id",
  "currency_code",
  "email",
  "customer.id",
  "customer.has_account",
  "completed_at",
  "total",
  "items.id",
  "items.variant_id",
  "items.product_id",
  "items.metadata",
  "items.unit_price",
  "items.quantity",
  "items.is_tax_inclusive",
  "items.total",
]

/** @throws NOT_FOUND when there is no such cart */
export async function readCashCart(
  container: MedusaContainer,
  cartId: string
): Promise<CashCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: FIELDS,
    filters: { id: cartId },
  })
  const [cart] = data as unknown as CashCart[]
  if (!cart) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Cart with id ${cartId} was not found`
    )
  }
  return cart
}

export const feeLinesOf = ({ items }: CashCart): Line[] =>
  items.filter((line) => isFeeLine(line, CASH_ON_DELIVERY))

/** What is bought, delivered and taxed; the fee follows from it and does not count. */
export function worthOf(cart: CashCart): BigNumberInput {
  const fees = feeLinesOf(cart).map(({ total }) => total)
  return fees.reduce<BigNumberInput>(
    (worth, fee) => MathBN.sub(worth, fee),
    cart.total
  )
}

/** Prices of a region are with or without tax; what it does not say, its currency does. */
export async function isTaxInclusiveAt(
  container: MedusaContainer,
  { region_id, currency_code }: Pick<CashCart, "region_id" | "currency_code">
): Promise<boolean> {
  const pricing = container.resolve(Modules.PRICING)
  const preferences = await pricing.listPricePreferences({
    $or: [
      { attribute: "region_id", value: region_id ?? "" },
      { attribute: "currency_code", value: currency_code },
    ],
  } as Parameters<typeof pricing.listPricePreferences>[0])
  const of = (name: string) =>
    preferences.find(({ attribute }) => attribute === name)
  return (of("region_id") ?? of("currency_code"))?.is_tax_inclusive ?? false
}
