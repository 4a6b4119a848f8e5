import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminMessageResponse } from "../../../../../types/messages"
import { resendMessageWorkflow } from "../../../../../workflows/messages"
import { presentMessageDetail } from "../../present-message"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** Sends it again, to whom it would go now; the new message names the old one. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageResponse>
) {
  const { result } = await resendMessageWorkflow(req.scope).run({
    input: { id: req.params.id! },
  })
  res.json({ message: presentMessageDetail(result) })
}
