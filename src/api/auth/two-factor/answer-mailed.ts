import type { MedusaResponse } from "@medusajs/framework/http"
import { answerTooMany } from "../../utils/rate-limit"
import type { MailedCode } from "./mail-code"

/** 202, or 429 while the last code is still on its way. */
export function answerMailed(res: MedusaResponse, mailed: MailedCode) {
  if (mailed.sent) {
    res.status(202).json({ sent: true })
  } else {
    answerTooMany(res, mailed.retryAfterSeconds)
  }
}
