import type { BigNumberInput } from "@medusajs/framework/types"
import { fromMinorUnits, toMinorUnits } from "../../utils/minor-units"

const WITHOUT_DECIMALS = new Set(
  "bif clp djf gnf isk jpy kmf krw pyg rwf ugx vnd vuv xaf xof xpf".split(" ")
)
const WITH_THREE_DECIMALS = new Set("bhd iqd jod kwd lyd omr tnd".split(" "))

function exponentOf(currency: string): number {
  const code = currency.toLowerCase()
  if (WITHOUT_DECIMALS.has(code)) {
    return 0
  }
  return WITH_THREE_DECIMALS.has(code) ? 3 : 2
}

/** The least sum that differs: Razorpay wants the last of three decimals to be 0. */
export const stepOf = (currency: string): number =>
  exponentOf(currency) === 3 ? 10 : 1

/** In Razorpay's minor units; of three decimals the last one is rounded to 0. */
export function toRazorpay(amount: BigNumberInput, currency: string): number {
  const exponent = exponentOf(currency)
  return exponent === 3
    ? toMinorUnits(amount, 2) * 10
    : toMinorUnits(amount, exponent)
}

/** In the store's major units, as a decimal string. */
export function fromRazorpay(units: number, currency: string): string {
  return fromMinorUnits(units, exponentOf(currency))
}
