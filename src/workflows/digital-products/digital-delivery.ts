import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import {
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
} from "@medusajs/medusa/core-flows"
import { inTransaction } from "../../utils/in-transaction"

/** The fulfilment provider as Medusa knows it. */
export const DIGITAL_PROVIDER = "digital_suite"

const NAME = "Digital delivery"

/** In the database, because `db:migrate` runs beside servers whose own locks it does not know. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended('commerce_suite:digital_delivery', 0))`

/**
 * The shipping option that digital lines are fulfilled with. `db:migrate` makes it with its place and zone; what of
 * them is missing, because a merchant deleted it or a server died half-way, is made anew. No sales channel sells from the
 * place and the zone has no country, so no cart is ever offered it.
 *
 * @returns the option's id
 * @example const option_id = await ensureDigitalDelivery(container)
 */
export const ensureDigitalDelivery = async (
  container: MedusaContainer
): Promise<string> =>
  (await findOption(container)) ??
  inTurn(
    container,
    async () => (await findOption(container)) ?? (await make(container))
  )

/** One of this process waits for the database, the others for that one: they do not use up its connections. */
const inTurn = (container: MedusaContainer, work: () => Promise<string>) =>
  container.resolve(Modules.LOCKING).execute(
    "digital-products:delivery",
    () =>
      inTransaction(container, async (sql) => {
        await sql.execute(LOCK)
        return work()
      }),
    { timeout: 30 }
  )

type Option = {
  id: string
  service_zone?: {
    fulfillment_set?: { location?: { id: string } | null } | null
  } | null
}

/** One whose place is gone fulfils nothing. */
async function findOption(container: MedusaContainer) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "shipping_option",
      fields: ["id", "service_zone.fulfillment_set.location.id"],
      filters: { provider_id: DIGITAL_PROVIDER },
      pagination: { take: 20, order: { id: "ASC" } },
    })
  return (data as unknown as Option[]).find(
    ({ service_zone }) => service_zone?.fulfillment_set?.location
  )?.id
}

async function make(container: MedusaContainer): Promise<string> {
  const zoneId = await ensureZone(container)
  // Of an option whose place was gone, that was all.
  return (
    (await findOption(container)) ?? (await createOption(container, zoneId))
  )
}

async function createOption(
  container: MedusaContainer,
  zoneId: string
): Promise<string> {
  const profileId = await ensureProfile(container)
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: NAME,
        price_type: "flat",
        prices: [],
        service_zone_id: zoneId,
        shipping_profile_id: profileId,
        provider_id: DIGITAL_PROVIDER,
        data: { id: "download" },
        type: { label: NAME, description: "Download", code: "digital" },
        rules: [],
      },
    ],
  })
  const [option] = result
  if (!option) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "Medusa made no shipping option for digital products"
    )
  }
  return option.id
}

async function ensureProfile(container: MedusaContainer): Promise<string> {
  const [known] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "digital" }, { take: 1 })
  if (known) {
    return known.id
  }
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: NAME, type: "digital" }] },
  })
  return result[0]?.id ?? ""
}

type Place = {
  id: string
  fulfillment_sets?: ({ service_zones?: { id: string }[] } & Named)[]
  fulfillment_providers?: { id: string }[]
}
type Named = { id: string }

async function ensureZone(container: MedusaContainer): Promise<string> {
  const place = (await findPlace(container)) ?? (await createPlace(container))
  if (!place.fulfillment_providers?.some(({ id }) => id === DIGITAL_PROVIDER)) {
    await container.resolve(ContainerRegistrationKeys.LINK).create({
      [Modules.STOCK_LOCATION]: { stock_location_id: place.id },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: DIGITAL_PROVIDER },
    })
  }
  const [set] = place.fulfillment_sets ?? []
  const [zone] = set?.service_zones ?? []
  return zone?.id ?? createZone(container, place.id, set?.id)
}

async function findPlace(
  container: MedusaContainer
): Promise<Place | undefined> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "stock_location",
      fields: [
        "id",
        "fulfillment_sets.id",
        "fulfillment_sets.service_zones.id",
        "fulfillment_providers.id",
      ],
      filters: { name: NAME },
    })
  return data[0] as unknown as Place | undefined
}

async function createPlace(container: MedusaContainer): Promise<Place> {
  const { result } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: NAME }] },
  })
  return { id: result[0]?.id ?? "" }
}

async function createZone(
  container: MedusaContainer,
  placeId: string,
  knownSet: string | undefined
): Promise<string> {
  const fulfillment_set_id = knownSet ?? (await createSet(container, placeId))
  const { result } = await createServiceZonesWorkflow(container).run({
    input: { data: [{ name: NAME, fulfillment_set_id, geo_zones: [] }] },
  })
  return result[0]?.id ?? ""
}

/** A set's name is unique in Medusa: one that a dead server left beside its place is linked to it. */
async function createSet(
  container: MedusaContainer,
  placeId: string
): Promise<string> {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const [left] = await fulfillment.listFulfillmentSets(
    { name: NAME },
    { take: 1 }
  )
  const set =
    left ??
    (await fulfillment.createFulfillmentSets({ name: NAME, type: "digital" }))
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: placeId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  return set.id
}
