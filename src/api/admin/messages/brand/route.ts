import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../config/suite-options"
import { MESSAGES_MODULE } from "../../../../modules/messages"
import { brandOfOptions } from "../../../../modules/messages/brand-sql"
import type MessagesModuleService from "../../../../modules/messages/service"
import type { AdminMessageBrandResponse } from "../../../../types/messages"
import { saveMessageBrandWorkflow } from "../../../../workflows/messages"
import type { AdminSaveMessageBrandType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

type Answer = MedusaResponse<AdminMessageBrandResponse>

export async function GET(req: AuthenticatedMedusaRequest, res: Answer) {
  res.json(await present(req.scope))
}

/** Null leaves a field to the options again; what is not given stays. */
export async function POST(
  req: AuthenticatedMedusaRequest<AdminSaveMessageBrandType>,
  res: Answer
) {
  await saveMessageBrandWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(await present(req.scope))
}

async function present(container: MedusaContainer) {
  const brand = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .readBrand()
  return { brand, defaults: brandOfOptions(featureOptions("messages").brand) }
}
