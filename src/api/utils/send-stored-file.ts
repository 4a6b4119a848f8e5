import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { filesOf } from "../../workflows/digital-products/service-of"
import { sendFile } from "./send-file"

type Stored = {
  storage_key: string
  filename: string
  content_type: string
}

/** Sends whoever was let in to the bytes: to a signed link of the store that keeps them, or with the bytes. 410 without a file. */
export async function sendStoredFile(
  req: MedusaRequest,
  res: MedusaResponse,
  file: Stored | undefined
): Promise<void> {
  res.setHeader("Cache-Control", "private, no-store")
  res.setHeader("Referrer-Policy", "no-referrer")
  // The shop's pages, which show previews, are another origin's; whoever has the link was let in.
  res.setHeader("Cross-Origin-Resource-Policy", "cross-origin")
  const files = filesOf(req.scope)
  const stat = file && (await files.stat(file.storage_key))
  if (!file || !stat) {
    res
      .status(410)
      .json({ type: "gone", message: "This download is no longer there" })
    return
  }
  const { storage_key: key, filename, content_type } = file
  const link = await files.createLink({ key, filename, content_type })
  if (link) {
    res.redirect(302, link)
    return
  }
  await sendFile(req, res, {
    ...{ filename, content_type, size: stat.size },
    etag: key.slice(key.lastIndexOf("/") + 1),
    open: (range) => files.read(key, range),
  })
}
