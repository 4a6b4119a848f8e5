import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type {
  AdminDigitalProductResponse,
  AdminDigitalProductsResponse,
} from "../../../types/digital-products"
import { saveDigitalProductWorkflow } from "../../../workflows/digital-products"
import { digitalProductsOf } from "../../utils/downloads"
import { readProduct } from "./present"
import type {
  AdminCreateDigitalProductType,
  AdminGetDigitalProductsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** The digital variants of a product. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDigitalProductsResponse>
) {
  const { product_id } = req.validatedQuery as AdminGetDigitalProductsType
  const digital_products =
    await digitalProductsOf(req).listWithFiles(product_id)
  res.json({ digital_products })
}

/** Makes a variant digital. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateDigitalProductType>,
  res: MedusaResponse<AdminDigitalProductResponse>
) {
  const { variant_id, ...terms } = req.validatedBody
  const { result: id } = await saveDigitalProductWorkflow(req.scope).run({
    input: { variant_id, terms },
  })
  res.status(201).json({ digital_product: await readProduct(req, id) })
}
