import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../config/suite-options"
import type { StoreDownloadsResponse } from "../../../types/digital-products"
import { ownerOfToken, sendDownloads } from "../../utils/downloads"
import type { StoreListDownloadsByTokenType } from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** What one order may download, for who has the token of its mail. */
export async function POST(
  req: MedusaRequest<StoreListDownloadsByTokenType>,
  res: MedusaResponse<StoreDownloadsResponse>
) {
  const { token, ...page } = req.validatedBody
  await sendDownloads(req, res, await ownerOfToken(req, token), page)
}
