import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createRegionsWorkflow,
  updateRegionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { find } from "./find"
import type { Market } from "./market"
import { ensurePricePreference } from "./price-preferences"

const CASH_ON_DELIVERY = "pp_cash-on-delivery_cash-on-delivery"

/** Cash on delivery is there unless its feature is switched off. */
async function providersFor(
  container: MedusaContainer,
  { cashOnDelivery }: Market
): Promise<string[]> {
  const enabled = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: [CASH_ON_DELIVERY], is_enabled: true })
  const cash = cashOnDelivery && enabled.length > 0 ? [CASH_ON_DELIVERY] : []
  return ["pp_system_default", ...cash]
}

/** The region that sells to the market's country, made when there is none. */
export async function ensureRegion(
  container: MedusaContainer,
  market: Market
): Promise<string> {
  const regions = await container
    .resolve(Modules.REGION)
    .listRegions({}, { relations: ["countries"] })
  const existing = regions.find(({ countries }) =>
    countries.some(({ iso_2 }) => iso_2 === market.country)
  )
  if (existing) {
    await completeRegion(container, existing.id, market)
    return existing.id
  }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: market.name,
          currency_code: market.currency,
          countries: [market.country],
          payment_providers: await providersFor(container, market),
          is_tax_inclusive: market.taxInclusive,
        },
      ],
    },
  })
  return result[0]?.id ?? ""
}

/** A run that was killed may have left the bare region. */
async function completeRegion(
  container: MedusaContainer,
  regionId: string,
  market: Market
): Promise<void> {
  const [region] = await find<{ payment_providers?: { id: string }[] }>(
    container,
    "region",
    ["payment_providers.id"],
    { id: regionId }
  )
  if (!region?.payment_providers?.length) {
    await updateRegionsWorkflow(container).run({
      input: {
        selector: { id: regionId },
        update: { payment_providers: await providersFor(container, market) },
      },
    })
  }
  await ensurePricePreference(
    container,
    "region_id",
    regionId,
    market.taxInclusive
  )
}
