/** What the suite writes into a token of Medusa's, and Medusa then keeps in its cookie's session. */
export type SessionClaims = {
  /** The session's id. */
  sid: string
  /** How many tokens of the session came before this one. */
  gen: number
}

/** A login as Medusa checked it: what stands in a token, and in `auth_context`. */
export type CheckedLogin = Partial<SessionClaims> & {
  auth_identity_id: string
  actor_type: string
  /** Empty while a registration or a second factor is not done. */
  actor_id?: string
  auth_provider?: string
  iat?: number
  exp?: number
}

/**
 * The session that a token or a cookie belongs to, from its claims.
 * @returns nothing for one that the suite did not make
 */
export function sessionClaims(claims: unknown): SessionClaims | undefined {
  const { sid, gen } = (claims ?? {}) as Partial<SessionClaims>
  return typeof sid === "string" && sid && Number.isSafeInteger(gen)
    ? { sid, gen: gen as number }
    : undefined
}

/** Whether two logins are of the same person, in the same role and as far in. */
export const isSameLogin = (one: CheckedLogin, other: CheckedLogin) =>
  one.auth_identity_id === other.auth_identity_id &&
  one.actor_type === other.actor_type &&
  (one.actor_id || "") === (other.actor_id || "")

/** Written by who signs, from its own options. */
const SIGNERS = ["iss", "aud", "sub", "nbf", "exp", "iat", "jti"] as const

/**
 * The claims of a token that was exchanged: those of Medusa's, and its session. Of the same session, the same number
 * and the same moment it is the same token, so that nobody has to keep it.
 *
 * @param issuedAt - in seconds
 */
export function claimsFor(
  login: CheckedLogin,
  { sid, gen }: SessionClaims,
  issuedAt: number
): Record<string, unknown> {
  const claims: Record<string, unknown> = { ...login, sid, gen }
  for (const name of SIGNERS) {
    delete claims[name]
  }
  return { ...claims, iat: issuedAt, jti: `${sid}.${gen}` }
}
