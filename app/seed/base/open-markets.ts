import type { MedusaContainer } from "@medusajs/framework/types"
import { addCurrencies } from "./currencies"
import { ensureDeliveries } from "./deliveries"
import type { Market } from "./market"
import { ensurePricePreference } from "./price-preferences"
import { ensureRegion } from "./region"
import { ensureTaxes } from "./taxes"
import type { Warehouse } from "./warehouse"

/** Makes whatever the store still lacks to sell in these markets. */
export async function openMarkets(
  container: MedusaContainer,
  warehouse: Warehouse,
  markets: Market[]
): Promise<void> {
  await addCurrencies(container, markets)
  for (const market of markets) {
    const { currency, taxInclusive } = market
    await ensurePricePreference(
      container,
      "currency_code",
      currency,
      taxInclusive
    )
    const regionId = await ensureRegion(container, market)
    await ensureTaxes(container, market)
    await ensureDeliveries(container, warehouse, market, regionId)
  }
}
