import type { MedusaRequest } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import type { SessionToken } from "../../../modules/sessions/session-row"
import { readDevice } from "../../../utils/device"
import type { CheckedLogin } from "../../../utils/session-claims"
import { requestClientIp } from "../../utils/client-ip"
import { refreshLimits, sessionsOf } from "./sessions-of"

/**
 * Begins a session for a login that Medusa has checked.
 * @param began - when the request came, by `performance.now()`
 * @returns nothing when all sessions of the identity were ended since then
 */
export function beginSession(
  req: MedusaRequest,
  login: CheckedLogin,
  began: number
): Promise<SessionToken | undefined> {
  const { browser, os, kind } = readDevice(req.headers["user-agent"])
  const { ip } = requestClientIp(req)
  const { auth_identity_id, actor_type, actor_id, auth_provider } = login
  return sessionsOf(req).openSession(
    {
      id: generateEntityId(undefined, "authses"),
      ...{ auth_identity_id, actor_type, actor_id: actor_id || null },
      provider: auth_provider ?? null,
      ...{ browser, os, device_kind: kind, ip: ip || null },
      since_ms: performance.now() - began,
      token_expires_at: new Date((login.exp ?? 0) * 1000),
    },
    refreshLimits().refreshDays
  )
}
