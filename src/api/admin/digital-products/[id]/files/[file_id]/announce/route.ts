import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../../config/suite-options"
import type { AdminDigitalFileResponse } from "../../../../../../../types/digital-products"
import { announceDigitalFileWorkflow } from "../../../../../../../workflows/digital-products"
import { readFile } from "../../../../present"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Tells past buyers of a version, once. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDigitalFileResponse>
) {
  const { id = "", file_id = "" } = req.params
  await announceDigitalFileWorkflow(req.scope).run({
    input: { product_id: id, file_id },
  })
  res.json({ file: await readFile(req, id, file_id) })
}
