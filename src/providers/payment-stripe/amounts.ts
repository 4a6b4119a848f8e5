import type { BigNumberInput } from "@medusajs/framework/types"
import { fromMinorUnits, toMinorUnits } from "../../utils/minor-units"

/** Stripe's own lists; they differ from ISO 4217, as for MGA. */
const WITHOUT_DECIMALS = new Set(
  "bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split(" ")
)
const WITH_THREE_DECIMALS = new Set("bhd iqd jod kwd omr tnd".split(" "))

function exponentOf(currency: string): number {
  const code = currency.toLowerCase()
  if (WITHOUT_DECIMALS.has(code)) {
    return 0
  }
  return WITH_THREE_DECIMALS.has(code) ? 3 : 2
}

/** In Stripe's minor units. The last of three decimals must be 0 there, so it is rounded up as in Medusa's own provider. */
export function toStripe(amount: BigNumberInput, currency: string): number {
  const exponent = exponentOf(currency)
  const units = toMinorUnits(amount, exponent)
  return exponent === 3 ? Math.ceil(units / 10) * 10 : units
}

/** In the store's major units, as a decimal string. */
export function fromStripe(units: number, currency: string): string {
  return fromMinorUnits(units, exponentOf(currency))
}
