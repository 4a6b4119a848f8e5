import type { MedusaRequest } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import type { NewLoginEvent } from "../../../modules/login-events/new-event"
import { type LoginAttempt, loginAttempt } from "../../../utils/login-outcome"
import { claimsOf, type LoginClaims } from "../../../utils/login-claims"
import { requestId } from "../../utils/actor"
import { countedIp, requestClientIp } from "../../utils/client-ip"

const RESET = /^\/auth\/[^/]+\/[^/]+\/reset-password\/?$/i
const MAX_NAME = 64
const MAX_TEXT = 500

/** What every event says of the request that it came with. */
export function requestFacts(req: MedusaRequest) {
  const { ip } = requestClientIp(req)
  return {
    id: generateEntityId(undefined, "lgev"),
    occurred_at: new Date(),
    ...{ ip: ip || null, ip_key: (ip && countedIp(req)) || null },
    user_agent: text(req.headers["user-agent"]),
    request_id: requestId(req),
  }
}

/** What the answer to a request at `/auth`, or for an admin's reset, says about a login; nothing when it was about none. */
export function loginEventOf(
  req: MedusaRequest,
  status: number,
  body: unknown
): NewLoginEvent | undefined {
  const { auth_context: login } = req as { auth_context?: LoginClaims }
  const attempt = loginAttempt({
    method: req.method,
    path: pathOf(req),
    ...{ status, body, isSignedIn: Boolean(login) },
  })
  if (!attempt) {
    return undefined
  }
  return {
    ...requestFacts(req),
    outcome: attempt.outcome,
    ...(attempt.actor_id
      ? ownerOf(attempt)
      : whoOf(req, attempt, { ...login, ...claimsOf(body) })),
  }
}

/** The address of the request names the account, whoever asked. */
const ownerOf = ({ actor_type, actor_id, provider }: LoginAttempt) => ({
  ...{ actor_type: actor_type ?? "unknown", actor_id: text(actor_id) },
  ...{ provider, auth_identity_id: null, identifier: null },
})

/** The token of a reset names the account as it was typed, not its actor. */
function whoOf(req: MedusaRequest, attempt: LoginAttempt, claims: LoginClaims) {
  const isReset = attempt.outcome === "reset_done"
  return {
    actor_type: name(attempt.actor_type ?? claims.actor_type) ?? "unknown",
    provider: name(attempt.provider ?? claims.auth_provider),
    actor_id: isReset ? null : claims.actor_id || null,
    auth_identity_id: claims.auth_identity_id || null,
    identifier: identifierOf(req, attempt),
  }
}

/** What was typed, where Medusa reads it: whoever guesses must not choose whose guess it is said to be. */
function identifierOf(
  req: MedusaRequest,
  { actor_type, outcome }: LoginAttempt
): string | null {
  const { email, identifier } = (req.body ?? {}) as Record<string, unknown>
  const isReset = outcome === "reset_requested" || RESET.test(pathOf(req))
  return actor_type ? text(isReset ? identifier : email) : null
}

/** As the router has it: the request's own line may hold a whole address. */
const pathOf = ({ baseUrl, path }: MedusaRequest) => `${baseUrl}${path}`

/** Part of an address that anybody may have written. */
const name = (given: unknown) =>
  typeof given === "string"
    ? given.replace(/[^\w.:-]/g, "").slice(0, MAX_NAME) || null
    : null

/** Without what Postgres cannot store. */
const text = (given: unknown) =>
  typeof given === "string"
    ? given.slice(0, MAX_TEXT).replace(/[\p{Cc}\p{Cs}]/gu, "") || null
    : null
