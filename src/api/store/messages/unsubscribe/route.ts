import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import type { UnsubscribeResponse } from "../../../../types/messages-preferences"
import { unsubscribe } from "../../../utils/unsubscribe"
import type { StoreUnsubscribeType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** For the storefront's page that a mail's link opens: the token is the login. */
export async function POST(
  req: MedusaRequest<StoreUnsubscribeType>,
  res: MedusaResponse<UnsubscribeResponse>
) {
  res.json({ category: await unsubscribe(req.scope, req.validatedBody.token) })
}
