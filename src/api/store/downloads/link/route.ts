import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { ownerOfToken, sendDownloadLink } from "../../../utils/downloads"
import type { StoreCreateDownloadLinkByTokenType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** A link to one file of the order whose token it is; it is a use. */
export async function POST(
  req: MedusaRequest<StoreCreateDownloadLinkByTokenType>,
  res: MedusaResponse
) {
  const { token, id, file_id } = req.validatedBody
  const owner = await ownerOfToken(req, token)
  await sendDownloadLink(req, res, owner, { grant_id: id, file_id })
}
