import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../../config/suite-options"
import { deleteMessageSuppressionWorkflow } from "../../../../../workflows/messages"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** The address may be written to again. */
export async function DELETE(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) {
  const id = req.params.id!
  await deleteMessageSuppressionWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "message_suppression", deleted: true })
}
