import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { AdminDigitalProductResponse } from "../../../../types/digital-products"
import {
  deleteDigitalProductWorkflow,
  saveDigitalProductWorkflow,
} from "../../../../workflows/digital-products"
import { readProduct } from "../present"
import type { AdminUpdateDigitalProductType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Changes the terms; grants that were given keep theirs. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminUpdateDigitalProductType>,
  res: MedusaResponse<AdminDigitalProductResponse>
) {
  const { id } = await readProduct(req, req.params.id ?? "")
  await saveDigitalProductWorkflow(req.scope).run({
    input: { id, terms: req.validatedBody },
  })
  res.json({ digital_product: await readProduct(req, id) })
}

/** Sells the variant as a file no longer; what was granted stays. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { result: id } = await deleteDigitalProductWorkflow(req.scope).run({
    input: { id: req.params.id ?? "" },
  })
  res.json({ id, object: "digital_product", deleted: true })
}
