import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../config/suite-options"
import { reportsOfEvents } from "../../../../providers/notification-sendgrid/events"
import { isSignedBySendgrid } from "../../../../providers/notification-sendgrid/signature"
import { recordReports } from "../record-reports"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** What became of mails: a batch of SendGrid's events. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const publicKey = featureOptions("messages").sendgrid?.webhookPublicKey
  if (!publicKey) {
    return res.status(404).json({ message: "This store has no SendGrid" })
  }
  if (!isSigned(req, publicKey)) {
    return res.status(403).json({ message: "The signature does not hold" })
  }
  if (!Array.isArray(req.body)) {
    return res.status(400).json({ message: "body: must be a list of events" })
  }
  await recordReports(req, res, "email", reportsOfEvents(req.body))
}

const HEADER = "x-twilio-email-event-webhook"

const isSigned = ({ rawBody, headers }: MedusaRequest, publicKey: string) =>
  isSignedBySendgrid(
    {
      rawBody: (rawBody as Buffer | undefined) ?? Buffer.alloc(0),
      signature: headers[`${HEADER}-signature`],
      timestamp: headers[`${HEADER}-timestamp`],
    },
    publicKey,
    new Date()
  )
