import type { MedusaResponse } from "@medusajs/framework/http"
import type { SentCode } from "../../../workflows/two-factor/steps/send-two-factor-code"
import { answerTooMany } from "../../utils/rate-limit"

/** 202, or 429 while the last code is still on its way. */
export function answerMailed(res: MedusaResponse, mailed: SentCode) {
  if (mailed.sent) {
    res.status(202).json({ sent: true })
  } else {
    answerTooMany(res, mailed.retryAfterSeconds)
  }
}
