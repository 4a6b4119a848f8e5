import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MESSAGES_MODULE } from "../../../modules/messages"
import type MessagesModuleService from "../../../modules/messages/service"
import type { MessageChannel } from "../../../types/messages"
import type { DeliveryReport } from "../../../utils/delivery-report"
import { errorLine } from "../../../utils/redact"

/** Answers 200 once the reports are in the log, and 503 so that the vendor comes again. */
export async function recordReports(
  { scope }: MedusaRequest,
  res: MedusaResponse,
  channel: MessageChannel,
  reports: DeliveryReport[]
) {
  try {
    if (reports.length > 0) {
      await scope
        .resolve<MessagesModuleService>(MESSAGES_MODULE)
        .recordReports(channel, reports)
    }
    res.status(200).json({ received: true })
  } catch (error) {
    scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`[messages] reports not stored: ${errorLine(error)}`)
    res.status(503).json({ message: "Not stored. Try again later." })
  }
}
