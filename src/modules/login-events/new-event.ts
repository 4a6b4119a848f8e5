import type { LoginOutcome } from "../../types/login-events"

/** An event as the request told it; who it was and from what is found out when it is written. */
export type NewLoginEvent = {
  id: string
  occurred_at: Date
  outcome: LoginOutcome
  actor_type: string
  /** Where the answer said so. */
  actor_id: string | null
  auth_identity_id: string | null
  provider: string | null
  /** As typed. It is looked up, or hashed, and never stored. */
  identifier: string | null
  ip: string | null
  /** What failures of an address are counted by; null for a storefront's server. */
  ip_key: string | null
  user_agent: string | null
  request_id: string | null
}
