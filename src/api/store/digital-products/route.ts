import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff, suiteSecret } from "../../../config/suite-options"
import type {
  StoreDigitalProduct,
  StoreDigitalProductsResponse,
} from "../../../types/digital-products"
import { signToken } from "../../../utils/signed-token"
import {
  linkUrl,
  PREVIEW_PURPOSE,
} from "../../../workflows/digital-products/download-url"
import { digitalProductsOf } from "../../utils/downloads"
import type { StoreGetDigitalProductsType } from "../downloads/validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

const PREVIEW_MS = 15 * 60_000

/** On which terms variants are sold as files, with links to what may be looked at before. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StoreDigitalProductsResponse>
) {
  const { variant_id } = req.validatedQuery as StoreGetDigitalProductsType
  const offers = await digitalProductsOf(req).listOffers(variant_id)
  const expiresAt = new Date(Date.now() + PREVIEW_MS)
  const preview = (id: string) =>
    linkUrl(
      signToken({ purpose: PREVIEW_PURPOSE, id, expiresAt }, suiteSecret())
    )
  res.setHeader("Cache-Control", "private, no-store")
  res.json({
    digital_products: offers.map(({ previews, ...offer }) => ({
      ...offer,
      previews: previews.map(({ id, ...file }) => ({
        ...file,
        url: preview(id),
      })),
    })) as unknown as StoreDigitalProduct[],
  })
}
