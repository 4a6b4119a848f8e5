import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminMessageResponse } from "../../../../../types/messages"
import { sendTestMessageWorkflow } from "../../../../../workflows/messages"
import { presentMessageDetail } from "../../present-message"
import type { AdminSendTestMessageType } from "../../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** Sends a template with sample data to an address, through the queue and into the log like any other. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminSendTestMessageType>,
  res: MedusaResponse<AdminMessageResponse>
) {
  const { result } = await sendTestMessageWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ message: presentMessageDetail(result) })
}
