import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../modules/messages"
import type MessagesModuleService from "../../../../modules/messages/service"
import type {
  AdminMessageSuppressionResponse,
  AdminMessageSuppressionsResponse,
} from "../../../../types/messages"
import { beginsWith } from "../../../../utils/conditions"
import { createMessageSuppressionWorkflow } from "../../../../workflows/messages"
import { presentSuppression } from "./present-suppression"
import type {
  AdminCreateSuppressionType,
  AdminGetSuppressionsType,
} from "./validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessageSuppressionsResponse>
) {
  const { limit, offset, order, q, ...filters } =
    req.validatedQuery as AdminGetSuppressionsType
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const address = q && { $like: beginsWith(q.trim().toLowerCase()) }
  const [rows, count] = await req.scope
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listAndCountMessageSuppressions(
      { ...filters, ...(address && { address }) },
      {
        take: limit,
        skip: offset,
        // The id makes the order total, so that no page repeats a row.
        order: { [order.replace(/^-/, "")]: direction, id: direction },
      }
    )
  const suppressions = rows.map(presentSuppression)
  res.json({ suppressions, count, limit, offset })
}

/** Nothing is sent to the address from now on; one that is listed already stays as it is. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminCreateSuppressionType>,
  res: MedusaResponse<AdminMessageSuppressionResponse>
) {
  const { result } = await createMessageSuppressionWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: req.auth_context.actor_id },
  })
  res.json({ suppression: presentSuppression(result) })
}
