import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

/**
 * An amount as gateways count it: whole minor units, rounded half up, through no float.
 *
 * @param amount - in major units, such as "10.99"
 * @param exponent - how many digits the currency has: 0, 2 or 3
 * @throws INVALID_DATA when it is no number, below zero, or too large to be counted exactly
 * @example toMinorUnits("10.99", 2) // 1099
 */
export function toMinorUnits(amount: BigNumberInput, exponent: number): number {
  const units = Number(MathBN.mult(amount, 10 ** exponent).toFixed(0))
  if (!Number.isSafeInteger(units) || units < 0) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "amount: must be a sum of money from zero to 9,007,199,254,740,991 minor units"
    )
  }
  return units
}

/**
 * The way back, exact.
 * @example fromMinorUnits(1099, 2) // "10.99"
 */
export function fromMinorUnits(units: number, exponent: number): string {
  if (exponent === 0) {
    return String(units)
  }
  const digits = String(units).padStart(exponent + 1, "0")
  return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
