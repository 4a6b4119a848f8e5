import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  defineFileConfig,
} from "@medusajs/framework/utils"
import { isOff } from "../../../../config/suite-options"
import { WebhookRefused } from "../../../../utils/payment-webhook"
import { errorLine } from "../../../../utils/redact"
import { paymentProvider } from "../../../../utils/payment-provider"
import { receivedWebhook } from "./received-webhook"
import { storeWebhook } from "./store-webhook"

defineFileConfig({ path: __filename, isDisabled: isOff("payment-webhooks") })

/**
 * Takes the place of Medusa's own route, which answers before anything is checked or stored.
 * Here 200 means: verified, stored, and worked off whatever dies.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const providerId = `pp_${req.params.provider}`
  const provider = paymentProvider(req.scope, providerId)
  if (!provider) {
    return res.status(404).json({ message: "Unknown payment provider" })
  }
  if (!req.rawBody?.length) {
    return res.status(400).json({
      message: "body: must not be empty, and its content-type JSON or a form",
    })
  }
  try {
    const webhook = receivedWebhook(req, { id: providerId, provider })
    await storeWebhook(req.scope, webhook)
    res.status(200).json({ received: true })
  } catch (error) {
    if (error instanceof WebhookRefused) {
      return res.status(401).json({ message: "The signature does not hold" })
    }
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(
      `[payment-webhooks] not stored, the gateway has to come again: ${errorLine(error)}`
    )
    res.status(503).json({ message: "Not stored. Try again later." })
  }
}
