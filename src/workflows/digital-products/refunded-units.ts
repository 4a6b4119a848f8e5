import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"
import { isSameAmount } from "../../utils/money"

/** A line of the refunded order. Amounts are exact, in major units. */
export type RefundedLine = {
  id: string
  is_digital: boolean
  quantity: number
  /** Units that no refund has taken yet; 0 for what is no digital product. */
  active: number
  /** Units taken away already. */
  revoked: number
  /** Units that came back, and those that a change took out of the order. */
  returned: number
  unit_total: BigNumberInput
}

type Refund = {
  amount: BigNumberInput
  currency_code: string
  shipping_total: BigNumberInput
  lines: RefundedLine[]
}

type Units = { line_item_id: string; count: number }[]

/**
 * Which units a part of the money is for: those that were returned or are in the order no longer; else those whose price is the
 * amount to the smallest step, if nothing else of the order costs as much. A goodwill of some
 * other amount takes nothing away.
 *
 * @returns nothing when no unit is meant for certain
 * @example refundedUnits({ amount: "998", currency_code: "inr", shipping_total: 0, lines }) // [{ line_item_id: "ordli_1", count: 2 }]
 */
export function refundedUnits(refund: Refund): Units {
  const digital = refund.lines.filter(({ is_digital }) => is_digital)
  const returned = digital.flatMap(({ id, active, revoked, returned }) => {
    const count = Math.min(active, returned - revoked)
    return count > 0 ? [{ line_item_id: id, count }] : []
  })
  return returned.length > 0 ? returned : unitsOfAmount(refund, digital)
}

function unitsOfAmount(refund: Refund, digital: RefundedLine[]): Units {
  const { amount, currency_code, shipping_total, lines } = refund
  const costs = (total: BigNumberInput) =>
    isSameAmount(total, amount, currency_code)
  const wholeLines = digital.filter(({ active }) => active > 0)
  const all = wholeLines.map(({ unit_total, active }) =>
    MathBN.mult(unit_total, active)
  )
  if (wholeLines.length > 0 && costs(MathBN.sum(...all))) {
    return wholeLines.map(({ id, active }) => ({
      line_item_id: id,
      count: active,
    }))
  }
  const candidates = lines.flatMap((line) => {
    const most = line.is_digital ? line.active : line.quantity
    return Array.from({ length: most }, (_, index) => index + 1)
      .filter((count) => costs(MathBN.mult(line.unit_total, count)))
      .map((count) => ({ line, count }))
  })
  const [only, ...others] = candidates
  const isClear = others.length === 0 && !costs(shipping_total)
  return only?.line.is_digital && isClear
    ? [{ line_item_id: only.line.id, count: only.count }]
    : []
}
