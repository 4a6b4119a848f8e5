import type { BigNumberInput } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"

/** Gateways take at most two digits behind the point, also where a currency has three. */
const GATEWAY_DIGITS = 2

/**
 * Whether two amounts in major units are the same money: they differ by less than the
 * smallest step a gateway can charge, because it rounds what Medusa computes more finely.
 */
export function isSameAmount(
  one: BigNumberInput,
  other: BigNumberInput,
  currencyCode: string
): boolean {
  const currency = defaultCurrencies[currencyCode.toUpperCase()]
  const digits = Math.min(currency?.decimal_digits ?? 2, GATEWAY_DIGITS)
  const step = 10 ** -digits
  return MathBN.lt(MathBN.abs(MathBN.sub(one, other)), step)
}

export function isSameCurrency(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
