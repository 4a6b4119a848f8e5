import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingOptionTypesWorkflow,
  deleteShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { find } from "./find"
import type { Market } from "./market"
import type { Warehouse } from "./warehouse"

const TYPES = {
  standard: {
    code: "standard",
    label: "Standard",
    description: "By road or sea mail",
  },
  express: { code: "express", label: "Express", description: "By courier" },
  return: {
    code: "return",
    label: "Return",
    description: "Picked up at the door",
  },
}

type Kind = keyof typeof TYPES

/** Lets the warehouse deliver to the market, and fetch goods back. */
export async function ensureDeliveries(
  container: MedusaContainer,
  warehouse: Warehouse,
  market: Market,
  regionId: string
): Promise<void> {
  const zoneId = await ensureServiceZone(container, warehouse, market)
  const present = await completeOptions(container, zoneId)
  for (const kind of Object.keys(TYPES) as Kind[]) {
    const { name, amount } = market.delivery[kind]
    if (present.includes(name)) {
      continue
    }
    await createShippingOptionsWorkflow(container).run({
      input: [
        {
          name,
          price_type: "flat",
          provider_id: "manual_manual",
          service_zone_id: zoneId,
          shipping_profile_id: warehouse.shippingProfileId,
          type_id: await ensureType(container, kind),
          prices: [
            { currency_code: market.currency, amount },
            { region_id: regionId, amount },
          ],
          rules: [
            { attribute: "enabled_in_store", operator: "eq", value: "true" },
            {
              attribute: "is_return",
              operator: "eq",
              value: String(kind === "return"),
            },
          ],
        },
      ],
    })
  }
}

async function ensureServiceZone(
  container: MedusaContainer,
  { fulfillmentSetId }: Warehouse,
  market: Market
): Promise<string> {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listServiceZones({ name: market.name })
  if (existing) {
    return existing.id
  }
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: market.name,
          fulfillment_set_id: fulfillmentSetId,
          geo_zones: [{ type: "country", country_code: market.country }],
        },
      ],
    },
  })
  return result[0]?.id ?? ""
}

type Option = { id: string; name: string; prices?: { id: string }[] }

/** Names of the zone's options. One without a price comes from a run that was killed: it is made anew. */
async function completeOptions(
  container: MedusaContainer,
  zoneId: string
): Promise<string[]> {
  const options = await find<Option>(
    container,
    "shipping_option",
    ["id", "name", "prices.id"],
    { service_zone_id: zoneId }
  )
  const torn = options.filter(({ prices }) => !prices?.length)
  if (torn.length > 0) {
    await deleteShippingOptionsWorkflow(container).run({
      input: { ids: torn.map(({ id }) => id) },
    })
  }
  return options
    .filter((option) => !torn.includes(option))
    .map(({ name }) => name)
}

async function ensureType(
  container: MedusaContainer,
  kind: Kind
): Promise<string> {
  const type = TYPES[kind]
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptionTypes({ code: [type.code] })
  if (existing) {
    return existing.id
  }
  const { result } = await createShippingOptionTypesWorkflow(container).run({
    input: { shipping_option_types: [type] },
  })
  return result[0]?.id ?? ""
}
