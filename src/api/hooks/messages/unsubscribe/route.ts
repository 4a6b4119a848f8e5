import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { unsubscribePage } from "./page"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** The page of a mail's link, for a store whose storefront has none. Opening it changes nothing. */
export function GET(req: MedusaRequest, res: MedusaResponse) {
  const { html, policy } = unsubscribePage(req.acceptsLanguages("en", "de"))
  res.setHeader("Content-Security-Policy", policy)
  res.setHeader("Referrer-Policy", "no-referrer")
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Cache-Control", "no-store")
  res.type("html").send(html)
}
