import { createSecretKey, type KeyObject } from "node:crypto"
import {
  getAuthContextFromJwtToken,
  type MedusaRequest,
} from "@medusajs/framework/http"
import {
  ContainerRegistrationKeys,
  generateJwtToken,
} from "@medusajs/framework/utils"
import {
  type CheckedLogin,
  claimsFor,
  type SessionClaims,
} from "../../../utils/session-claims"
import type { SessionToken } from "../../../modules/sessions/session-row"

const httpOf = ({ scope }: MedusaRequest) =>
  scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http

const keys = new Map<string, KeyObject>()

/**
 * A shared secret as a key. jsonwebtoken takes a text for a public key first, every time, and that takes it forty times
 * as long as the check itself.
 */
function keyOf<Secret>(secret: Secret): Secret | KeyObject {
  if (typeof secret !== "string" || secret.includes("-----BEGIN")) {
    return secret
  }
  const key = keys.get(secret) ?? createSecretKey(Buffer.from(secret))
  keys.set(secret, key)
  return key
}

type ReadOptions = {
  /** Also one that ran out. */
  ignoreExpiration?: boolean
}

/** A token that Medusa takes for a login, with whatever keys the store has. @returns nothing for any other */
export function readLogin(
  req: MedusaRequest,
  authorization: string | undefined,
  options: ReadOptions = {}
): CheckedLogin | undefined {
  if (!authorization) {
    return undefined
  }
  const { jwtSecret, jwtPublicKey, jwtVerifyOptions, jwtOptions } = httpOf(req)
  const claims = getAuthContextFromJwtToken(
    authorization,
    keyOf(jwtSecret) as string,
    ["bearer"],
    ["*"],
    jwtPublicKey,
    { ...(jwtVerifyOptions ?? jwtOptions), ...options }
  ) as CheckedLogin | null
  // The token of a password's reset is no login.
  return claims?.auth_identity_id ? claims : undefined
}

/** In seconds. */
const MOMENT = 60

const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)

/**
 * Medusa's token again, as one of a session. It ends as early as Medusa's, or with the session.
 * @param login - what Medusa's says
 */
export function signLogin(
  req: MedusaRequest,
  login: CheckedLogin,
  { id, generation, rotated_at, expires_at }: SessionToken
): string {
  const { iat = seconds(new Date()), exp = iat } = login
  const issuedAt = rotated_at ? seconds(rotated_at) : iat
  const expiresIn = Math.min(exp - iat, seconds(expires_at) - issuedAt)
  const claims = claimsFor(login, { sid: id, gen: generation }, issuedAt)
  return sign(req, claims, Math.max(expiresIn, 1))
}

/** A token that ran out, good again until Medusa has looked at it. */
export const signForAMoment = (
  req: MedusaRequest,
  login: CheckedLogin,
  session: SessionClaims
) => sign(req, claimsFor(login, session, seconds(new Date())), MOMENT)

function sign(req: MedusaRequest, claims: object, expiresIn: number): string {
  const { jwtSecret, jwtOptions } = httpOf(req)
  return generateJwtToken(claims as Record<string, unknown>, {
    secret: keyOf(jwtSecret),
    ...{ expiresIn, jwtOptions },
  })
}
