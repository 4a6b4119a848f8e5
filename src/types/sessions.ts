import type { DeviceKind } from "./login-events"

/** HTTP shapes of sessions, shared by routes and admin. */

/** Where somebody is signed in. */
export type Session = {
  id: string
  /** The one that asks. */
  current: boolean
  browser: string | null
  os: string | null
  device_kind: DeviceKind
  /** Where it began. */
  ip: string | null
  provider: string | null
  /** ISO 8601, as all moments here */
  created_at: string
  /** To the minute. */
  last_seen_at: string
  /** When it is over, unless it is prolonged. */
  expires_at: string
}

export type SessionsResponse = {
  sessions: Session[]
  count: number
  limit: number
  offset: number
}

export type SessionsEndResponse = {
  /** How many were open. */
  ended: number
}

/** Until when a login is good. */
export type AuthTokenResponse = {
  /** Null for a token that the suite did not make. */
  session_id: string | null
  /** Of the token that asks, or of the cookie. */
  expires_at: string | null
  /** Until when `POST /auth/token/refresh` gives another one. */
  refresh_until: string | null
}

/** A secret API key whose maker is no admin any more. */
export type OrphanedApiKey = {
  id: string
  title: string
  /** Its first and last letters. */
  redacted: string
  created_by: string
  /** Null where nothing is left of them. */
  created_by_email: string | null
  created_at: string
  last_used_at: string | null
}

export type AdminOrphanedApiKeysResponse = {
  api_keys: OrphanedApiKey[]
  count: number
  limit: number
  offset: number
}
