import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import type { AdminMessageResponse } from "../../../../../types/messages"
import { cancelMessageWorkflow } from "../../../../../workflows/messages"
import { presentMessageDetail } from "../../present-message"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** Takes it back, if it still waits. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageResponse>
) {
  const { result } = await cancelMessageWorkflow(req.scope).run({
    input: { id: req.params.id! },
  })
  res.json({ message: presentMessageDetail(result) })
}
