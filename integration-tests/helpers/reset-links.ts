import { createHmac, randomUUID } from "node:crypto"
import { query } from "./database"
import { databaseUrl, storeEnvironment } from "./environment"

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")

type Forgery = { claims?: object; key?: string }

/** A reset's token as Medusa would have mailed it, or one that somebody would like to have. */
export async function resetLinkToken(
  email: string,
  { claims, key = storeEnvironment().JWT_SECRET ?? "" }: Forgery = {}
): Promise<string> {
  const jti = randomUUID()
  await query(
    databaseUrl(),
    `insert into auth_password_reset_token
       (id, auth_identity_id, provider_identity_id, entity_id, token_hash, expires_at)
     select 'authprt_' || $2, auth_identity_id, id, entity_id,
            encode(sha256(convert_to($2, 'UTF8')), 'hex'), now() + interval '15 minutes'
       from provider_identity where entity_id = $1`,
    [email, jti]
  )
  const now = Math.floor(Date.now() / 1000)
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({
    ...{ entity_id: email, provider: "emailpass", actor_type: "customer" },
    ...{ purpose: "reset", jti, iat: now, exp: now + 900, ...claims },
  })}`
  const mac = createHmac("sha256", key).update(signed).digest("base64url")
  return `${signed}.${mac}`
}
