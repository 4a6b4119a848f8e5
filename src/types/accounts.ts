/** HTTP shapes of accounts, shared by routes and admin. */

export type SuspendedActor = "customer" | "user"

export type AdminSuspension = {
  id: string
  actor_type: SuspendedActor
  actor_id: string
  reason: string
  /** An admin or an API key. */
  suspended_by: string
  suspended_by_email: string | null
  created_at: string
  /** Null while it holds. */
  lifted_at: string | null
  lifted_by: string | null
  lifted_by_email: string | null
  lift_reason: string | null
}

export type AdminSuspensionResponse = { suspension: AdminSuspension }

/** The newest first; the first is the one that holds, if any does. */
export type AdminSuspensionsResponse = {
  suspensions: AdminSuspension[]
  count: number
  limit: number
  offset: number
}

export type StoreEmailChangeResponse = {
  /** The same whether the address has an account or not. */
  email_change: { email: string; expires_at: string }
}
