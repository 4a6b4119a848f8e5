import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff, suiteSecret } from "../../../../config/suite-options"
import { checkToken } from "../../../../utils/signed-token"
import {
  DOWNLOAD_PURPOSE,
  PREVIEW_PURPOSE,
} from "../../../../workflows/digital-products/download-url"
import { digitalProductsOf, whereFrom } from "../../../utils/downloads"
import { sendStoredFile } from "../../../utils/send-stored-file"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** What a link stands for, as long as it does: revoking a grant ends its links, too. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const service = digitalProductsOf(req)
  const now = new Date()
  const check = (purpose: string) =>
    checkToken(req.params.token ?? "", purpose, suiteSecret(), now.getTime())
  const download = check(DOWNLOAD_PURPOSE)
  const preview = check(PREVIEW_PURPOSE)
  if (download.valid) {
    const file = await service.findLinkedFile(download.id, now)
    if (file) {
      await service.noteDevice(download.id, whereFrom(req))
    }
    return sendStoredFile(req, res, file)
  }
  if (preview.valid) {
    const [file] = await service.listDigitalFiles(
      { id: preview.id, kind: "preview", status: "ready" },
      { take: 1 }
    )
    return sendStoredFile(req, res, file)
  }
  const isOver = [download, preview].some(
    (result) => !result.valid && result.reason === "expired"
  )
  res.setHeader("Cache-Control", "private, no-store")
  res.status(isOver ? 410 : 404).json({
    type: isOver ? "gone" : "not_found",
    message: isOver
      ? "This link is over; ask for a new one where you got it"
      : "There is no such download",
  })
}
