import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminCreateDigitalFileResponse } from "../../../../../types/digital-products"
import { createDigitalFileWorkflow } from "../../../../../workflows/digital-products"
import { readFile } from "../../present"
import type { AdminCreateDigitalFileType } from "../../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Begins a file; its bytes go to where the answer says, and then `check` is called. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateDigitalFileType>,
  res: MedusaResponse<AdminCreateDigitalFileResponse>
) {
  const product_id = req.params.id ?? ""
  const { result } = await createDigitalFileWorkflow(req.scope).run({
    input: { product_id, ...req.validatedBody },
  })
  const file = await readFile(req, product_id, result.id)
  res.status(201).json({ file, upload: result.upload })
}
