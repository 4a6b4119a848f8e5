import { type Customer, freshCustomer } from "./clients"
import { baseUrl } from "./environment"
import { expectOk, type HttpClient, httpClient } from "./http"
import { freshIp, type Login, signIn } from "./sign-in"
import { earlierTotpCode } from "./totp"

type At = { url?: string; headers?: Record<string, string> }

export const bearer = (token = "", { url = baseUrl(), headers }: At = {}) =>
  httpClient(url, {
    ...{ authorization: `Bearer ${token}`, "x-forwarded-for": freshIp() },
    ...headers,
  })

/** Sets up an authenticator app, with the code of the time step before this one. */
export async function enrolTotp(client: HttpClient) {
  const { secret, mfa_factor } = await expectOk(
    client.post<{ secret: string; mfa_factor: { id: string } }>(
      "/auth/mfa/factors",
      { provider: "totp" }
    )
  )
  const code = await earlierTotpCode(secret)
  await expectOk(
    client.post(`/auth/mfa/factors/${mfa_factor.id}/verify`, { code })
  )
  return { secret, factorId: mfa_factor.id, setupCode: code }
}

export async function recoveryCodes(client: HttpClient): Promise<string[]> {
  const { recovery_codes } = await expectOk(
    client.post<{ recovery_codes: string[] }>("/auth/mfa/recovery-codes", {})
  )
  return recovery_codes
}

export type Enrolled = Customer & Awaited<ReturnType<typeof enrolTotp>>

/** A customer with an authenticator app. */
export async function enrolledCustomer(at: At = {}): Promise<Enrolled> {
  const customer = await freshCustomer(at)
  const client = bearer(customer.token, at)
  return { ...customer, ...(await enrolTotp(client)) }
}

/** Signs in as far as the question for a second factor. @returns what answers it */
export async function challenge(
  { email, password }: Login,
  { actor, ...at }: At & { actor?: "customer" | "user" } = {}
) {
  const { status, body } = await signIn(
    { email, password },
    { ...at, ...(actor && { actor }) }
  )
  if (status !== 200 || !body.mfa_challenge) {
    throw new Error(`No second factor was asked for: ${status}`)
  }
  const { id } = body.mfa_challenge
  const client = bearer(body.token, at)
  return {
    ...{ id, client },
    methods: (body.mfa_challenge as { methods?: string[] }).methods ?? [],
    answer: (code: string, method = "totp") =>
      client.post<{ token?: string; message?: string }>(
        `/auth/mfa/challenges/${id}/verify`,
        { method, code }
      ),
  }
}
