/** What the suite writes into a token of Medusa's, and Medusa then keeps in its cookie's session. */
export type SessionClaims = {
  /** The session's id. */
  sid: string
  /** How many tokens of the session came before this one. */
  gen: number
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
