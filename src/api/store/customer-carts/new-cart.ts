import type {
  AuthenticatedMedusaRequest,
  MedusaStoreRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { cartsOf } from "../../../workflows/customer-carts/service-of"
import type { StoreGetCustomerCartType } from "./validators"

type Request = AuthenticatedMedusaRequest &
  Pick<MedusaStoreRequest, "publishable_key_context">

const invalid = (why: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid request: ${why}`)

/**
 * What a cart is made with, if one is missing.
 * @throws INVALID_DATA that names what is wrong or missing
 */
export async function newCart(req: Request) {
  const { region_id, sales_channel_id } =
    req.filterableFields as StoreGetCustomerCartType
  return {
    sales_channel_id: channelOfKey(req, sales_channel_id),
    region_id: await regionFor(req, region_id),
    locale: (req as { locale?: string }).locale,
  }
}

async function regionFor({ scope, auth_context }: Request, given?: string) {
  if (!given) {
    const found = await cartsOf(scope).findRegionFor(auth_context.actor_id)
    if (!found) {
      throw invalid("region_id: is required, the store has no default region")
    }
    return found
  }
  const query = scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["id"],
    filters: { id: given },
  })
  if (data.length === 0) {
    throw invalid("region_id: no such region")
  }
  return given
}

/** As for a cart that Medusa's own route makes. */
function channelOfKey(req: Request, id?: string) {
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
