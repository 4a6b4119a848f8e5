import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../../config/suite-options"
import type { AdminDigitalFileResponse } from "../../../../../../../types/digital-products"
import { receiveDigitalFile } from "../../../../../../../workflows/digital-products/receive-digital-file"
import { readFile } from "../../../../present"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** The bytes of a file, where there is no S3 that takes them. */
export async function PUT(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDigitalFileResponse>
) {
  const { id = "", file_id = "" } = req.params
  await receiveDigitalFile(req.scope, { product_id: id, file_id }, req)
  res.json({ file: await readFile(req, id, file_id) })
}
