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
  /** Units in stock for the channel; null where stock does not limit. */
  available: number | null
}

export type LinesPlan = Pick<CartMove, "moved" | "raised" | "left_out">

type Wish = {
  older: CartLine[]
  surviving: CartLine[]
  offers: VariantOffer[]
  has_same_currency: boolean
}

const isSameKind = (one: CartLine, other: CartLine) =>
  one.variant_id === other.variant_id &&
  !one.is_custom_price &&
  !other.is_custom_price &&
  ((!isPresent(one.metadata) && !isPresent(other.metadata)) ||
    deepEqualObj(one.metadata ?? {}, other.metadata ?? {}))

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

/** Units that lines of a variant already take. */
const unitsOf = (lines: CartLine[], variantId: string | null) =>
  lines
    .filter(({ variant_id }) => variant_id === variantId)
    .reduce((sum, { quantity }) => sum + quantity, 0)

type Placed = CartLine & { before: number }
type Draft = { lines: Placed[]; left_out: StoreLeftOut[] }

function leaveOut(
  { left_out }: Draft,
  line: CartLine,
  { quantity, reason }: Pick<StoreLeftOut, "quantity" | "reason">
) {
  const title = line.product_title ?? line.title
  left_out.push({ variant_id: line.variant_id, title, quantity, reason })
}

/** Puts as many units of a line into the cart as the stock has room for. */
function place(draft: Draft, line: CartLine, stock: number) {
  const { lines } = draft
  const room = stock - unitsOf(lines, line.variant_id)
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
  const { older, surviving, offers, has_same_currency } = wish
  const draft: Draft = {
    lines: surviving.map((line) => ({ ...line, before: line.quantity })),
    left_out: [],
  }
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]))
  for (const line of older.filter((each) => !isFeeLine(each))) {
    const offer = offerOf.get(line.variant_id ?? "")
    const reason = reasonAgainst(line, offer, has_same_currency)
    if (reason) {
      leaveOut(draft, line, { quantity: line.quantity, reason })
    } else {
      place(draft, line, offer?.available ?? Infinity)
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
