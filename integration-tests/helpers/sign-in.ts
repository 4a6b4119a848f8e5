import { randomInt, randomUUID } from "node:crypto"
import { baseUrl } from "./environment"
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
