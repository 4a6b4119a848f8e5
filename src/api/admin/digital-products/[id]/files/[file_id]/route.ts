import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../config/suite-options"
import { deleteDigitalFileWorkflow } from "../../../../../../workflows/digital-products"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Removes one version for good. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const { id = "", file_id = "" } = req.params
  await deleteDigitalFileWorkflow(req.scope).run({
    input: { product_id: id, file_id },
  })
  res.json({ id: file_id, object: "digital_file", deleted: true })
}
