import type { MedusaContainer } from "@medusajs/framework/types"
import { createPricePreferencesWorkflow } from "@medusajs/medusa/core-flows"
import { find } from "./find"

/** Says whether prices include tax, unless the store says so already. */
export async function ensurePricePreference(
  container: MedusaContainer,
  attribute: "region_id" | "currency_code",
  value: string,
  taxInclusive: boolean
): Promise<void> {
  const filter = { attribute, value }
  const known = await find(container, "price_preference", ["id"], filter)
  if (known.length === 0) {
    await createPricePreferencesWorkflow(container).run({
      input: [{ attribute, value, is_tax_inclusive: taxInclusive }],
    })
  }
}
