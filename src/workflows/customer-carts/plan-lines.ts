import { deepEqualObj, isPresent } from "@medusajs/framework/utils"
import type { CartMove } from "../../modules/customer-carts/move-lines"
import type { LeftOutReason, StoreLeftOut } from "../../types/customer-carts"
import { isFeeLine } from "../../utils/fee-line"

export type CartLine = {
  id: string
  title: string
  product_title: string | null
  variant_id: string | null
  product_id: string | null
  quantity: number
  metadata: Record<string, unknown> | null
  /** Medusa keeps such a price through every refresh. */
  is_custom_price: boolean
}

/** What the surviving cart's region and sales channel say of a variant. */
export type VariantOffer = {
  id: string
  /** It exists, and its product is published. */
  is_sold: boolean
  is_in_channel: boolean
  has_price: boolean
  /** What one unit takes out of the stock; several variants may share an inventory item. */
  needs: StockNeed[]
  /** Whether stock limits how many are sold. */
  is_limited: boolean
}

export type StockNeed = { item_id: string; units: number }

/** Units of inventory items that the sales channel has left. */
export type Stock = ReadonlyMap<string, number>

export type LinesPlan = Pick<CartMove, "moved" | "raised" | "left_out">

type Wish = {
  older: CartLine[]
  surviving: CartLine[]
  /** Of the variants of both. */
  offers: VariantOffer[]
  stock: Stock
  has_same_currency: boolean
}

const isSameKind = (one: CartLine, other: CartLine) =>
  one.variant_id === other.variant_id &&
  !one.is_custom_price &&
  !other.is_custom_price &&
  ((!isPresent(one.metadata) && !isPresent(other.metadata)) ||
    deepEqualObj(one.metadata ?? {}, other.metadata ?? {}))

/** Without an offer there always is one. */
function reasonAgainst(
  line: CartLine,
  offer: VariantOffer | undefined,
  hasSameCurrency: boolean
): LeftOutReason | undefined {
  if (!offer?.is_sold) {
    return "not_sold"
  }
  if (!offer.is_in_channel) {
    return "other_sales_channel"
  }
  const hasPrice = line.is_custom_price ? hasSameCurrency : offer.has_price
  return hasPrice ? undefined : "no_price"
}

type Placed = CartLine & { before: number }
type Draft = {
  lines: Placed[]
  left_out: StoreLeftOut[]
  offers: ReadonlyMap<string, VariantOffer>
  stock: Stock
}

/** Units of an inventory item that lines already take, of whichever variant they are. */
const takenOf = ({ lines, offers }: Draft, itemId: string) =>
  lines
    .flatMap(({ variant_id, quantity }) =>
      (offers.get(variant_id ?? "")?.needs ?? []).map((need) => ({
        ...need,
        quantity,
      }))
    )
    .filter(({ item_id }) => item_id === itemId)
    .reduce((sum, { units, quantity }) => sum + units * quantity, 0)

/** How many units of a variant the stock has beside what stands in the cart. */
function roomFor({ needs, is_limited }: VariantOffer, draft: Draft): number {
  if (!is_limited) {
    return Infinity
  }
  const rooms = needs.map(({ item_id, units }) =>
    Math.floor(
      ((draft.stock.get(item_id) ?? 0) - takenOf(draft, item_id)) / units
    )
  )
  return rooms.length > 0 ? Math.min(...rooms) : 0
}

function leaveOut(
  { left_out }: Draft,
  line: CartLine,
  { quantity, reason }: Pick<StoreLeftOut, "quantity" | "reason">
) {
  const title = line.product_title ?? line.title
  left_out.push({ variant_id: line.variant_id, title, quantity, reason })
}

/** Puts as many units of a line into the cart as the stock has room for. */
function place(draft: Draft, line: CartLine, offer: VariantOffer) {
  const { lines } = draft
  const room = roomFor(offer, draft)
  const units = Math.max(0, Math.min(line.quantity, room))
  if (units < line.quantity) {
    const rest = line.quantity - units
    leaveOut(draft, line, { quantity: rest, reason: "out_of_stock" })
  }
  const same = lines.find((other) => isSameKind(line, other))
  if (same) {
    same.quantity += units
  } else if (units > 0) {
    lines.push({ ...line, quantity: units, before: line.quantity })
  }
}

/**
 * Which lines of an older cart move into the surviving one, and how many units: what stands there
 * stays, and what comes is cut to the stock. Fees stay behind, they follow from the payment.
 */
export function planLines(wish: Wish): LinesPlan {
  const { older, surviving, offers, stock, has_same_currency } = wish
  const draft: Draft = {
    lines: surviving.map((line) => ({ ...line, before: line.quantity })),
    left_out: [],
    offers: new Map(offers.map((offer) => [offer.id, offer])),
    stock,
  }
  for (const line of older.filter((each) => !isFeeLine(each))) {
    const offer = draft.offers.get(line.variant_id ?? "")
    const reason = reasonAgainst(line, offer, has_same_currency)
    if (reason || !offer) {
      leaveOut(draft, line, {
        quantity: line.quantity,
        reason: reason ?? "not_sold",
      })
    } else {
      place(draft, line, offer)
    }
  }
  const kept = new Set(surviving.map(({ id }) => id))
  return { ...changesOf(draft.lines, kept), left_out: draft.left_out }
}

function changesOf(
  lines: Placed[],
  ids: Set<string>
): Pick<LinesPlan, "moved" | "raised"> {
  const moves = lines.map(({ id, quantity, before }) => ({
    ...{ id, quantity, quantity_before: before },
  }))
  return {
    moved: moves.filter(({ id }) => !ids.has(id)),
    raised: moves.filter(
      ({ id, quantity, quantity_before }) =>
        ids.has(id) && quantity !== quantity_before
    ),
  }
}
