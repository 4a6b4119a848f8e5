import { createHmac, randomInt, randomUUID } from "node:crypto"
import { query } from "./database"
import { baseUrl, databaseUrl, storeEnvironment } from "./environment"
import { expectOk, httpClient } from "./http"

/** An address of the block that documentation and benchmarks may use. */
export const freshIp = () => `198.18.${randomInt(256)}.${randomInt(256)}`

type From = {
  url?: string
  /** What the proxy before the store says. */
  ip?: string
  headers?: Record<string, string>
  actor?: "customer" | "user"
}

const from = ({ url = baseUrl(), ip = freshIp(), headers }: From) =>
  httpClient(url, { "x-forwarded-for": ip, ...headers })

export type Login = { email: string; password: string }

/** A login without a customer: signing in works, and little else. */
export async function freshLogin(options: From = {}): Promise<Login> {
  const login = {
    email: `login-${randomUUID()}@store.test`,
    password: randomUUID(),
  }
  await expectOk(from(options).post("/auth/customer/emailpass/register", login))
  return login
}

/** Tries to sign in. @returns what the answer says; `device` is for the next time */
export async function signIn(login: object, options: From = {}) {
  const { actor = "customer" } = options
  const { status, body, headers } = await from(options).post<{
    token?: string
    message?: string
    mfa_challenge?: { id: string }
  }>(`/auth/${actor}/emailpass`, login)
  return {
    status,
    body,
    retryAfter: Number(headers.get("retry-after")),
    device: headers.get("x-device-token") ?? "",
    cookie: headers.get("set-cookie") ?? "",
  }
}

/** So many wrong passwords, one after another. @returns the statuses */
export async function guess(times: number, email: string, options: From) {
  const statuses: number[] = []
  for (let time = 0; time < times; time++) {
    const login = { email, password: `wrong-${randomUUID()}` }
    statuses.push((await signIn(login, options)).status)
  }
  return statuses
}

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")

/** A link as Medusa would have mailed it. */
export async function resetToken(
  email: string,
  url = databaseUrl()
): Promise<string> {
  const jti = randomUUID()
  await query(
    url,
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
    ...{ purpose: "reset", jti, iat: now, exp: now + 900 },
  })}`
  const secret = storeEnvironment().JWT_SECRET ?? ""
  const mac = createHmac("sha256", secret).update(signed).digest("base64url")
  return `${signed}.${mac}`
}
