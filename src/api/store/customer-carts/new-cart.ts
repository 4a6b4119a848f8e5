import type { MedusaStoreRequest } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import type { StoreGetCustomerCartType } from "./validators"

const invalid = (why: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid request: ${why}`)

/**
 * What a cart is made with, if one is missing.
 * @throws INVALID_DATA that names what is wrong or missing
 */
export async function newCart(req: MedusaStoreRequest) {
  const { region_id, sales_channel_id } =
    req.filterableFields as StoreGetCustomerCartType
  return {
    region_id: await knownRegion(req, region_id),
    sales_channel_id: channelOfKey(req, sales_channel_id),
    locale: (req as { locale?: string }).locale,
  }
}

async function knownRegion({ scope }: MedusaStoreRequest, id?: string) {
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  if (id) {
    const filters = { id }
    const { data } = await query.graph({ entity: "region", fields: ["id"], filters })
    if (data.length === 0) {
      throw invalid("region_id: no such region")
    }
    return id
  }
  const { data } = await query.graph({
    entity: "store",
    fields: ["default_region_id"],
  })
  if (!data[0]?.default_region_id) {
    throw invalid("region_id: is required, the store has no default region")
  }
  return data[0].default_region_id
}

/** As for a cart that Medusa's own route makes. */
function channelOfKey(req: MedusaStoreRequest, id?: string) {
  const channels = req.publishable_key_context.sales_channel_ids
  if (id && !channels.includes(id)) {
    throw invalid("sales_channel_id: is not of the publishable key")
  }
  if (!id && channels.length > 1) {
    throw invalid(
      "sales_channel_id: is required, the publishable key has several"
    )
  }
  return id ?? channels[0]
}
