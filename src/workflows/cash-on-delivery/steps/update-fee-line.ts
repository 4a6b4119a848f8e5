import type {
  CreateLineItemForCartDTO,
  ICartModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { featureOptions } from "../../../config/suite-options"
import { CASH_ON_DELIVERY } from "../../../utils/cash-on-delivery"
import { feeMetadata } from "../../../utils/fee-line"
import {
  type CashCart,
  feeLinesOf,
  isTaxInclusiveAt,
  readCashCart,
} from "../cash-cart"
import { feeOf } from "../cash-offer"

export type FeeChoice = {
  cart_id: string
  /** Whether the shopper chose cash on delivery. */
  is_chosen: boolean
}

/**
 * Gives a cart the one line of the fee that it should have, or none. A line that is right stays;
 * one that is not goes and a new one comes, so that undoing needs no old price.
 * For callers that hold the cart's lock.
 */
export const updateFeeLineStep = createStep(
  "update-fee-line",
  async ({ cart_id, is_chosen }: FeeChoice, { container }) => {
    const carts = container.resolve(Modules.CART)
    const cart = await readCashCart(container, cart_id)
    const wanted = is_chosen ? await feeLineFor(container, cart) : undefined
    const [kept, ...wrong] = sortOut(cart, wanted)
    const wrongIds = wrong.map(({ id }) => id)
    if (wrongIds.length > 0) {
      await carts.softDeleteLineItems(wrongIds)
    }
    const added = wanted && !kept ? await carts.addLineItems([wanted]) : []
    return new StepResponse(
      { has_changed: wrongIds.length + added.length > 0, items: added },
      { addedIds: added.map(({ id }) => id), wrongIds }
    )
  },
  async (done, { container }) => {
    const carts = container.resolve(Modules.CART)
    await undo(carts, done)
  }
)

/** The line that may stay comes first, if there is one; all others have to go. */
function sortOut(cart: CashCart, wanted: CreateLineItemForCartDTO | undefined) {
  const lines = feeLinesOf(cart)
  const right = lines.find(
    (line) =>
      wanted &&
      MathBN.eq(line.unit_price, wanted.unit_price) &&
      MathBN.eq(line.quantity, 1) &&
      line.is_tax_inclusive === wanted.is_tax_inclusive
  )
  return [right, ...lines.filter((line) => line !== right)] as [
    typeof right,
    ...typeof lines,
  ]
}

async function feeLineFor(
  container: MedusaContainer,
  cart: CashCart
): Promise<CreateLineItemForCartDTO | undefined> {
  const fee = feeOf(cart)
  return fee === undefined
    ? undefined
    : {
        cart_id: cart.id,
        title: featureOptions("cash-on-delivery").feeTitle,
        quantity: 1,
        unit_price: fee,
        is_custom_price: true,
        is_discountable: false,
        is_tax_inclusive: await isTaxInclusiveAt(container, cart),
        requires_shipping: false,
        metadata: feeMetadata(CASH_ON_DELIVERY),
      }
}

async function undo(
  carts: ICartModuleService,
  done: { addedIds: string[]; wrongIds: string[] } | undefined
) {
  if (done?.addedIds.length) {
    await carts.deleteLineItems(done.addedIds)
  }
  if (done?.wrongIds.length) {
    await carts.restoreLineItems(done.wrongIds)
  }
}
