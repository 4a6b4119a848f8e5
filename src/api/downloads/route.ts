import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../config/suite-options"
import { PAGE, PAGE_HEADERS } from "./page"

defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** Where mailed links open when the storefront has no page of its own. */
export function GET(_: MedusaRequest, res: MedusaResponse) {
  res.set(PAGE_HEADERS).send(PAGE)
}
