import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  QueryContext,
} from "@medusajs/framework/utils"
import type { CartLine, Stock, VariantOffer } from "./plan-lines"
import { readStock } from "./read-stock"
import { noSuchCart } from "./service-of"

/** A cart as a merge needs it. */
export type MergedCart = {
  id: string
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  customer: { id: string; groups?: { id: string }[] } | null
  items: CartLine[]
  promotions: ({ code: string; is_automatic: boolean } | null)[]
  payment_collection?: { payment_sessions?: { id: string }[] } | null
}

const FIELDS = [
  ...["id", "region_id", "sales_channel_id", "currency_code"],
  ...["customer.id", "customer.groups.id"],
  ...["items.id", "items.title", "items.product_title", "items.variant_id"],
  ...["items.product_id", "items.quantity", "items.metadata"],
  "items.is_custom_price",
  ...["promotions.code", "promotions.is_automatic"],
  "payment_collection.payment_sessions.id",
]

/** @throws NOT_FOUND when there is no such cart */
export async function readMergedCart(
  container: MedusaContainer,
  id: string
): Promise<MergedCart> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: FIELDS,
    filters: { id },
  })
  const [cart] = data as unknown as MergedCart[]
  if (!cart) {
    throw noSuchCart(id)
  }
  const items = cart.items.map((line) => ({
    ...line,
    quantity: Number(line.quantity),
  }))
  return { ...cart, items }
}

type Variant = {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  product: { status: string; sales_channels?: ({ id: string } | null)[] } | null
  calculated_price?: { calculated_amount: unknown } | null
}

const VARIANT_FIELDS = [
  ...["id", "manage_inventory", "allow_backorder"],
  ...["product.status", "product.sales_channels.id", "calculated_price.*"],
]

/** What a cart's region and sales channel say of variants; one that is gone is missing in the answer. */
export async function readOffers(
  container: MedusaContainer,
  cart: MergedCart,
  variantIds: string[]
): Promise<{ offers: VariantOffer[]; stock: Stock }> {
  if (variantIds.length === 0) {
    return { offers: [], stock: new Map() }
  }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { region_id, currency_code, sales_channel_id, customer } = cart
  const { data } = await query.graph({
    entity: "variant",
    fields: VARIANT_FIELDS,
    filters: { id: variantIds },
    context: {
      calculated_price: QueryContext({ region_id, currency_code, customer }),
    },
  })
  const { needs, stock } = await readStock(container, {
    variant_ids: variantIds,
    sales_channel_id,
  })
  const offers = (data as unknown as Variant[]).map((variant) => ({
    id: variant.id,
    is_sold: variant.product?.status === "published",
    is_in_channel: isInChannel(variant, sales_channel_id),
    has_price: typeof variant.calculated_price?.calculated_amount === "number",
    is_limited: variant.manage_inventory && !variant.allow_backorder,
    needs: variant.manage_inventory ? (needs.get(variant.id) ?? []) : [],
  }))
  return { offers, stock }
}

const isInChannel = ({ product }: Variant, channelId: string | null) =>
  !channelId ||
  !!product?.sales_channels?.some((each) => each?.id === channelId)
