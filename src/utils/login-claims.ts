/** Whose login it is, as Medusa writes it into its tokens and its `auth_context`. */
export type LoginClaims = {
  actor_id?: string
  actor_type?: string
  auth_identity_id?: string
  auth_provider?: string
}

/**
 * What the token in an answer says. It is read, not checked: Medusa has just made it. A token
 * that a client sent must not come here.
 *
 * @param body - what `/auth` answers: `{ token }`, or anything else
 */
export function claimsOf(body: unknown): LoginClaims {
  const { token } = (body ?? {}) as { token?: unknown }
  const [, claims] = typeof token === "string" ? token.split(".") : []
  if (!claims) {
    return {}
  }
  const { actor_id, actor_type, auth_identity_id, auth_provider } = JSON.parse(
    Buffer.from(claims, "base64url").toString("utf8")
  ) as LoginClaims
  return { actor_id, actor_type, auth_identity_id, auth_provider }
}
