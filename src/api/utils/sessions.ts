import type { MedusaRequest } from "@medusajs/framework/http"
import { featureOptions } from "../../config/suite-options"
import type { SessionsOf } from "../../modules/sessions/list-sql"
import type {
  SessionsEndResponse,
  SessionsResponse,
} from "../../types/sessions"
import {
  endActorSessionsWorkflow,
  endSessionWorkflow,
} from "../../workflows/sessions"
import { refreshLimits, sessionsOf } from "../auth/sessions/sessions-of"
import type { EndSessionsType, GetSessionsType } from "./session-validators"
import { sessionIdOf } from "./session-of"

/** Where somebody is signed in, for them or for an admin. */
export async function readSessions(
  req: MedusaRequest,
  actor: SessionsOf
): Promise<SessionsResponse> {
  const { limit, offset } = req.validatedQuery as GetSessionsType
  const found = await sessionsOf(req).listSessions({
    ...{ ...actor, limit, offset, current: sessionIdOf(req) },
    idleMinutes: featureOptions("sessions").cookieIdleMinutes,
    refreshExpired: refreshLimits().refreshExpired,
  })
  return { ...found, limit, offset }
}

/** @throws NOT_FOUND for another's, and for one that is over */
export async function endOneSession(
  { scope }: MedusaRequest,
  { id = "", ...actor }: SessionsOf & { id?: string; reason: string }
) {
  await endSessionWorkflow(scope).run({ input: { id, ...actor } })
  return { id, object: "session" as const, deleted: true as const }
}

/** All of them; with `keep_current` but the one that asks. */
export async function endAllSessions(
  req: MedusaRequest,
  end: SessionsOf & { reason: string }
): Promise<SessionsEndResponse> {
  const { keep_current } = req.validatedBody as EndSessionsType
  const except = keep_current ? sessionIdOf(req) : undefined
  const { result: ended } = await endActorSessionsWorkflow(req.scope).run({
    input: { ...end, except },
  })
  return { ended }
}
