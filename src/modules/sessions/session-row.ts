import type { DeviceKind } from "../../types/login-events"

/** Whose session it is; the actor is missing as long as a registration or a second factor is. */
export type SessionOwner = {
  auth_identity_id: string
  actor_type: string
  actor_id: string | null
  provider: string | null
}

/** A session that begins. */
export type NewSession = SessionOwner & {
  id: string
  browser: string | null
  os: string | null
  device_kind: DeviceKind
  ip: string | null
  /** How long ago its request came, in milliseconds: an end of all sessions since then is an end of this one. */
  since_ms: number
  token_expires_at: Date
}

/** What decides whether a token or a cookie is good. */
export type SessionState = {
  id: string
  auth_identity_id: string
  generation: number
  rotated_at: Date | null
  last_seen_at: Date
  cookie_expires_at: Date | null
  /** Past it nothing prolongs the session. */
  expires_at: Date
  is_ended: boolean
}

/** The token that a session is at. */
export type SessionToken = {
  id: string
  generation: number
  /** When it was made; null for the first one. */
  rotated_at: Date | null
  expires_at: Date
}
