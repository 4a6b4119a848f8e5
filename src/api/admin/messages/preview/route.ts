import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { LANGUAGES } from "../../../../emails/words"
import type { AdminMessagePreviewResponse } from "../../../../types/messages"
import { renderSample } from "../../../../workflows/messages/letters/sample"
import { settingFor } from "../../../../workflows/messages/setting"
import type { AdminPreviewMessageType } from "../validators"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** How a template looks now, with sample data. */
export async function GET(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminMessagePreviewResponse>
) {
  const { template, locale } = req.validatedQuery as AdminPreviewMessageType
  const { setting, own } = await settingFor(req.scope, template, locale ?? null)
  const mail = await renderSample(template, setting, own)
  res.json({
    preview: { ...mail, locale: setting.locale },
    languages: [...LANGUAGES],
  })
}
