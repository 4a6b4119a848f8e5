import Medusa from "@medusajs/js-sdk"
import type { HttpTypes } from "@medusajs/types"
import { baseUrl, publishableKey } from "./environment"

/** The official SDK as a storefront has it, a shopper of its own in each. */
export function storefront({
  url = baseUrl(),
  key = publishableKey(),
}: { url?: string; key?: string } = {}): Medusa {
  return new Medusa({
    baseUrl: url,
    publishableKey: key,
    auth: { type: "jwt", jwtTokenStorageMethod: "memory" },
  })
}

/** The region that sells to a country. */
export async function regionOf(
  sdk: Medusa,
  country: string
): Promise<HttpTypes.StoreRegion> {
  const { regions } = await sdk.store.region.list({ limit: 100 })
  const region = regions.find(({ countries }) =>
    countries?.some(({ iso_2 }) => iso_2 === country)
  )
  if (!region) {
    throw new Error(`The store has no region for the country ${country}`)
  }
  return region
}

/** An address that the region's shipping options accept. */
export const addressIn = (country: string) => ({
  first_name: "Asha",
  last_name: "Rao",
  address_1: "12 Lake Road",
  city: "Springfield",
  postal_code: "400001",
  phone: "+12025550123",
  country_code: country,
})
