/** HTTP shapes of login events, shared by routes and admin. */

export const LOGIN_OUTCOMES = [
  /** Signed in; where a second factor is due, `mfa_passed` says so instead. */
  "success",
  "wrong_credentials",
  /** Turned away before the password was looked at. */
  "throttled",
  "mfa_required",
  "mfa_failed",
  /** Signed in with the second factor. */
  "mfa_passed",
  "verification_required",
  "reset_requested",
  "reset_done",
  "refreshed",
  "logged_out",
  /** A token that is forged, spent or has run out. */
  "token_refused",
  /** The server had no answer. */
  "error",
] as const
export type LoginOutcome = (typeof LOGIN_OUTCOMES)[number]

/** Somebody is in after these. */
export const LOGIN_OUTCOMES_IN: readonly LoginOutcome[] = [
  "success",
  "mfa_passed",
]

export const DEVICE_KINDS = ["desktop", "mobile", "tablet", "other"] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

export type AdminLoginEvent = {
  id: string
  /** ISO 8601 */
  occurred_at: string
  /** "customer", "user", or a host's own. */
  actor_type: string
  /** Null where the identifier belongs to nobody. */
  actor_id: string | null
  /** Of what was typed instead of a known actor: keyed, so that equal ones can be told, and nothing else. */
  identifier_hash: string | null
  provider: string | null
  outcome: LoginOutcome
  /** The network only, once `keepIpDays` are over. */
  ip: string | null
  browser: string | null
  os: string | null
  device_kind: DeviceKind
  /** The actor had signed in before, but never from a device like this. */
  is_new_device: boolean
  /** The actor's first sign-in since events are written. */
  is_first_login: boolean
  request_id: string | null
}

export type AdminLoginEventsResponse = {
  login_events: AdminLoginEvent[]
  /** Of all that match, counted up to 100,100: further no page leads. */
  count: number
  limit: number
  offset: number
  /** From when on events were looked at, where the request named neither an account nor a time; else null. */
  since: string | null
}

export type LoginsOfOutcome = {
  /** YYYY-MM-DD, in UTC. */
  day: string
  outcome: LoginOutcome
  count: number
}

export type LoginsOfDevice = {
  day: string
  device_kind: DeviceKind
  count: number
}

export type LoginsOfDay = {
  day: string
  /** First sign-ins of their actors. */
  new: number
  returning: number
}

/** Attempts per day; days without any are absent. */
export type AdminLoginStatistics = {
  from: string
  to: string
  by_outcome: LoginsOfOutcome[]
  /** Sign-ins only, as below. */
  by_device: LoginsOfDevice[]
  logins: LoginsOfDay[]
  /** Up to when events are counted in; null before the first count. */
  counted_until: string | null
}

export type AdminLoginStatisticsResponse = { statistics: AdminLoginStatistics }

/** What customers see of the attempts at their own account. */
export type StoreLoginEvent = Pick<
  AdminLoginEvent,
  | "id"
  | "occurred_at"
  | "provider"
  | "outcome"
  | "ip"
  | "browser"
  | "os"
  | "device_kind"
  | "is_new_device"
>

export type StoreLoginEventsResponse = {
  login_events: StoreLoginEvent[]
  count: number
  limit: number
  offset: number
}

/** What the event `login-events.burst` says; a rule on it is what alerts are made of. */
export type LoginBurst = {
  /** One account was tried often, or one address tried often. */
  kind: "account" | "ip"
  actor_type: string | null
  /** The account: its actor, else the hash of what was typed. */
  actor_id: string | null
  identifier_hash: string | null
  /** An address, or the /64 of an IPv6 client. */
  ip: string | null
  failures: number
  /** When the window began, ISO 8601. */
  since: string
  minutes: number
}
