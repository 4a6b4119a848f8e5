import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type {
  SessionsEndResponse,
  SessionsResponse,
} from "../../../types/sessions"
import {
  endAllSessions,
  endOneSession,
  readSessions,
} from "../../utils/sessions"

/** Whose sessions an address means: `/admin/users/me` is the admin who asks. */
function actorOf(req: AuthenticatedMedusaRequest, actor_type: string) {
  const { id = "" } = req.params
  const isOwn = actor_type === "user" && id === "me"
  return { actor_type, actor_id: isOwn ? req.auth_context.actor_id : id }
}

const reasonOf = (req: AuthenticatedMedusaRequest) =>
  req.params.id === "me" ? "ended by its owner" : "ended by an admin"

/** Where an actor of the type is signed in. */
export const listOf =
  (actorType: string) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<SessionsResponse>
  ) => {
    res.json(await readSessions(req, actorOf(req, actorType)))
  }

/** Signs an actor of the type out everywhere; the admin who asks for themselves may stay. */
export const endOf =
  (actorType: string) =>
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<SessionsEndResponse>
  ) => {
    const actor = actorOf(req, actorType)
    res.json(await endAllSessions(req, { ...actor, reason: reasonOf(req) }))
  }

/** Signs an actor of the type out in one place. */
export const endOneOf =
  (actorType: string) =>
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
    const actor = actorOf(req, actorType)
    const end = { ...actor, id: req.params.session_id, reason: reasonOf(req) }
    res.json(await endOneSession(req, end))
  }
