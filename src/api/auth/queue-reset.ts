import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { featureOptions, suiteSecret } from "../../config/suite-options"
import { addJob } from "../../utils/add-job"
import { inTransaction } from "../../utils/in-transaction"
import { beginAttempt } from "../utils/attempts"
import { requestClientIp } from "../utils/client-ip"
import { answerTooMany } from "../utils/rate-limit"
import { hashOf } from "./failure-counts"

/** What the task `sign-in-reset` takes. */
type Asked = {
  actor_type: string
  provider: string
  identifier: string
  metadata?: Record<string, unknown>
}

/** As long as a mail's link works: whoever wants it has one that does. */
const PER_ACCOUNT = { name: "sign-in.reset.account", points: 5, seconds: 900 }

/** Has a mail with a link for a new password sent, if there is such an account. */
export async function askForReset(container: MedusaContainer, asked: Asked) {
  const asked_at = new Date().toISOString()
  await inTransaction(container, (sql) =>
    addJob(
      sql,
      "sign-in-reset",
      { ...asked, asked_at },
      { sealWith: suiteSecret() }
    )
  )
}

/**
 * Answers before anybody looks whether there is such an account: the work is queued, so that it takes as long for
 * none. An account that got enough mails gets no more, and nobody is told.
 */
export async function queueReset(
  req: MedusaRequest<{
    identifier: string
    metadata?: Record<string, unknown>
  }>,
  res: MedusaResponse,
  next: MedusaNextFunction
) {
  const { actor_type, auth_provider } = req.params
  const { identifier, metadata } = req.validatedBody
  if (auth_provider !== "emailpass" || !actor_type) {
    return next()
  }
  const client = requestClientIp(req)
  const { resetsPerIp } = featureOptions("sign-in")
  const limit = { name: "sign-in.reset.ip", ...resetsPerIp }
  const perIp = client.isStorefront ? [] : [{ limit, key: client.key }]
  const attempt = await beginAttempt(req.scope, perIp)
  if (!attempt.allowed) {
    return answerTooMany(res, attempt.retryAfterSeconds)
  }
  const key = hashOf(`${actor_type}\n${identifier.toLowerCase()}`)
  const mail = await beginAttempt(req.scope, [{ limit: PER_ACCOUNT, key }])
  if (mail.allowed) {
    await askForReset(req.scope, {
      ...{ actor_type, provider: auth_provider, identifier },
      ...(metadata && { metadata }),
    })
  }
  res.sendStatus(201)
}
