import { formatCurrency } from "@medusajs/dashboard/lib"

/** An exact amount as people of the browser's language write it; a currency nobody knows stands behind it. */
export function formatAmount(
  amount: string | null,
  currency: string | null
): string | null {
  if (amount === null) {
    return null
  }
  return currency && /^[a-z]{3}$/i.test(currency)
    ? formatCurrency(Number(amount), currency)
    : `${amount} ${currency ?? ""}`.trim()
}
