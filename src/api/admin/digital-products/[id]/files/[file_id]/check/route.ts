import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../../../config/suite-options"
import type { AdminDigitalFileResponse } from "../../../../../../../types/digital-products"
import { digitalProductsOf } from "../../../../../../utils/downloads"
import { readFile } from "../../../../present"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** All bytes are there: a task looks at them. Again it changes nothing. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDigitalFileResponse>
) {
  const { id = "", file_id = "" } = req.params
  await readFile(req, id, file_id)
  await digitalProductsOf(req).beginCheck(file_id)
  res.json({ file: await readFile(req, id, file_id) })
}
