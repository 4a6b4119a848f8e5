import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { defineFileConfig } from "@medusajs/framework/utils"
import { featureOptions, isOff } from "../../../../config/suite-options"
import { isSignedByTwilio } from "../../../../providers/notification-twilio/signature"
import { reportOfStatus } from "../../../../providers/notification-twilio/status"
import { recordReports } from "../record-reports"

defineFileConfig({ path: __filename, isDisabled: isOff("messages") })

/** What became of an SMS, which stands in the query. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { twilio } = featureOptions("messages")
  if (!twilio?.publicUrl) {
    return res.status(404).json({ message: "This store has no Twilio" })
  }
  const parameters = new URLSearchParams(String(req.rawBody ?? ""))
  const signed = {
    url: twilio.publicUrl + req.originalUrl,
    parameters,
    signature: req.headers["x-twilio-signature"],
  }
  if (!isSignedByTwilio(signed, twilio.authToken)) {
    return res.status(403).json({ message: "The signature does not hold" })
  }
  const { message } = req.query
  if (typeof message !== "string" || !/^\w{1,64}$/.test(message)) {
    return res.status(400).json({ message: "message: must be an id" })
  }
  const report = reportOfStatus(message, parameters, new Date())
  await recordReports(req, res, "sms", report ? [report] : [])
}
