import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CartMove } from "../../../modules/customer-carts/move-lines"
import { planLines } from "../plan-lines"
import { type MergedCart, readMergedCart, readOffers } from "../read-merge"

export type CartMerge = {
  /** The older cart, which goes. */
  from_id: string
  /** The one that survives. */
  into_id: string
}

/** Codes that somebody entered; automatic promotions come by themselves. */
const codesOf = ({ promotions }: MergedCart) =>
  promotions.flatMap((each) =>
    each?.code && !each.is_automatic ? [each.code] : []
  )

const sessionsOf = ({ payment_collection: collection }: MergedCart) =>
  (collection?.payment_sessions ?? []).map(({ id }) => id)

const variantsOf = (...carts: MergedCart[]) => [
  ...new Set(
    carts.flatMap(({ items }) => items.flatMap((line) => line.variant_id ?? []))
  ),
]

/** Reads what a merge is to do. For callers that hold the locks of both carts. */
export const planCartMergeStep = createStep(
  "plan-cart-merge",
  async ({ from_id, into_id }: CartMerge, { container }) => {
    const older = await readMergedCart(container, from_id)
    const surviving = await readMergedCart(container, into_id)
    const lines = planLines({
      older: older.items,
      surviving: surviving.items,
      ...(await readOffers(container, surviving, variantsOf(older, surviving))),
      has_same_currency: older.currency_code === surviving.currency_code,
    })
    const promo_codes = [...new Set([...codesOf(surviving), ...codesOf(older)])]
    const move: CartMove = { from_id, into_id, ...lines, promo_codes }
    const changes = lines.moved.length + lines.raised.length > 0
    // Medusa drops the surviving cart's later; a payment for the former amount must not come between.
    const session_ids = [
      ...sessionsOf(older),
      ...(changes ? sessionsOf(surviving) : []),
    ]
    return new StepResponse({ move, session_ids })
  }
)
