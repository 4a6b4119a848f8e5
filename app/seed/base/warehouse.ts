import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createLinksWorkflow,
  createLocationFulfillmentSetWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { useDefaultSalesChannel } from "./sales-channel"

/** Where the goods lie and how they leave; what products and deliveries hang on. */
export type Warehouse = {
  locationId: string
  fulfillmentSetId: string
  shippingProfileId: string
  salesChannelId: string
}

const FULFILLMENT_PROVIDER = "manual_manual"
const NAME = "Bengaluru warehouse"
const FULFILLMENT_SET = `${NAME}: shipping`
const ADDRESS = {
  address_1: "14 Residency Road",
  city: "Bengaluru",
  province: "Karnataka",
  postal_code: "560025",
  country_code: "in",
}

/** One warehouse serves every market, so that a unit is never promised twice. */
export async function ensureWarehouse(
  container: MedusaContainer
): Promise<Warehouse> {
  const salesChannelId = await useDefaultSalesChannel(container)
  const locationId = await ensureLocation(container)
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  return {
    salesChannelId,
    locationId,
    fulfillmentSetId: await ensureFulfillmentSet(container, locationId),
    shippingProfileId: await ensureShippingProfile(container),
  }
}

async function ensureLocation(container: MedusaContainer): Promise<string> {
  const locations = container.resolve(Modules.STOCK_LOCATION)
  const [existing] = await locations.listStockLocations({ name: NAME })
  const id = existing?.id ?? (await createLocation(container))
  await createLinksWorkflow(container).run({
    input: [
      {
        [Modules.STOCK_LOCATION]: { stock_location_id: id },
        [Modules.FULFILLMENT]: {
          fulfillment_provider_id: FULFILLMENT_PROVIDER,
        },
      },
    ],
  })
  return id
}

async function createLocation(container: MedusaContainer): Promise<string> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: NAME, address: ADDRESS }] },
  })
  return result[0]?.id ?? ""
}

async function ensureFulfillmentSet(
  container: MedusaContainer,
  locationId: string
): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const filter = { name: FULFILLMENT_SET }
  if ((await fulfillment.listFulfillmentSets(filter)).length === 0) {
    await createLocationFulfillmentSetWorkflow(container).run({
      input: {
        location_id: locationId,
        fulfillment_set_data: { name: FULFILLMENT_SET, type: "shipping" },
      },
    })
  }
  const [set] = await fulfillment.listFulfillmentSets(filter)
  const id = set?.id ?? ""
  await createLinksWorkflow(container).run({
    input: [
      {
        [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
        [Modules.FULFILLMENT]: { fulfillment_set_id: id },
      },
    ],
  })
  return id
}

async function ensureShippingProfile(
  container: MedusaContainer
): Promise<string> {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (existing) {
    return existing.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default Shipping Profile", type: "default" }] },
  })
  return result[0]?.id ?? ""
}
