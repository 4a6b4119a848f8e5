import { storeClient } from "./clients"
import { query } from "./database"
import { baseUrl, databaseUrl } from "./environment"
import { httpClient } from "./http"
import { freshIp, type Login, signIn } from "./sign-in"

type At = { url?: string }

export type TokenClaims = {
  sid: string
  gen: number
  jti: string
  iat: number
  exp: number
  actor_id: string
  auth_identity_id: string
}

/** What a token says, unchecked. */
export const claimsOf = (token = "") =>
  JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString()
  ) as TokenClaims

/** Signs in once more. @returns the token */
export async function tokenOf(
  login: Login,
  { url, actor }: At & { actor?: "customer" | "user" } = {}
): Promise<string> {
  const { status, body } = await signIn(
    { email: login.email, password: login.password },
    { url, actor }
  )
  if (!body.token) {
    throw new Error(`Signing in answered ${status}`)
  }
  return body.token
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** At `/auth` and `/admin`, from an address of its own. */
export const authClient = (
  headers: Record<string, string> = {},
  url?: string
) => httpClient(url ?? baseUrl(), { "x-forwarded-for": freshIp(), ...headers })

export const withToken = (token: string, url?: string) =>
  authClient(bearer(token), url)

/** What a token is still good for: 200, or 401. */
export async function statusOf(
  token: string,
  { url, actor = "customer" }: At & { actor?: "customer" | "user" } = {}
): Promise<number> {
  const reply =
    actor === "customer"
      ? storeClient({ url, token }).get("/store/customers/me")
      : withToken(token, url).get("/admin/users/me")
  return (await reply).status
}

export const refresh = (token: string, url?: string) =>
  withToken(token, url).post<{ token?: string }>("/auth/token/refresh")

/** The cookie that an answer sets, as a browser sends it. */
export function cookieIn(headers: Headers): string {
  const [cookie] = headers
    .getSetCookie()
    .filter((line) => /^(?:connect\.sid|__Host-medusa)=(?!;)/.test(line))
    .map((line) => line.split(";", 1)[0])
  return cookie ?? ""
}

/** A browser's sign-in, as the admin does it. @returns its cookie */
export async function cookieFor(
  token: string,
  { url, headers }: At & { headers?: Record<string, string> } = {}
) {
  const reply = await withToken(token, url).post(
    "/auth/session",
    {},
    { headers }
  )
  return { status: reply.status, cookie: cookieIn(reply.headers), reply }
}

type SessionColumns = {
  id: string
  ended_at: Date | null
  end_reason: string | null
  generation: number
}

export async function sessionRow(
  token: string,
  url = databaseUrl()
): Promise<SessionColumns | undefined> {
  const [row] = await query<SessionColumns>(
    url,
    "select id, ended_at, end_reason, generation from auth_session where id = $1",
    [claimsOf(token).sid]
  )
  return row
}

/** As if so much time had passed for a session. @param interval - as Postgres has it: "11 seconds" */
export const age = (token: string, interval: string, url = databaseUrl()) =>
  query(
    url,
    `update auth_session set rotated_at = rotated_at - $2::interval,
       last_seen_at = last_seen_at - $2::interval, began_at = began_at - $2::interval,
       cookie_expires_at = cookie_expires_at - $2::interval, expires_at = expires_at - $2::interval
     where id = $1`,
    [claimsOf(token).sid, interval]
  )

/** Every instance obeys within so much. */
export const OBEYS_MS = 5_000
