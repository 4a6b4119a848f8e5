import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { UnsubscribeResponse } from "../../../../../types/messages-preferences"
import { unsubscribe } from "../../../../utils/unsubscribe"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/**
 * What a mail program's own button calls (RFC 8058). The standard leaves no place for the token but the URL, so
 * it may stand in a log: it switches one kind of mail off for one customer, and is good for nothing else.
 */
export async function POST(
  req: MedusaRequest,
  res: MedusaResponse<UnsubscribeResponse>
) {
  res.json({ category: await unsubscribe(req.scope, req.params.token ?? "") })
}

/** Scanners open every link: this changes nothing, and leads people to the page with the button. */
export function GET(req: MedusaRequest, res: MedusaResponse) {
  const token = encodeURIComponent(req.params.token ?? "")
  res.setHeader("Cache-Control", "no-store")
  res.setHeader("Referrer-Policy", "no-referrer")
  res.redirect(303, `../unsubscribe#token=${token}`)
}
