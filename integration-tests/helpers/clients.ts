import { randomInt, randomUUID } from "node:crypto"
import {
  adminEmail,
  adminPassword,
  baseUrl,
  publishableKey,
} from "./environment"
import { expectOk, type HttpClient, httpClient } from "./http"

/** Every helper speaks to the tier's server unless it gets the URL of another one. */
type At = { url?: string }

/** No key, no login. */
export const anonymousClient = ({ url = baseUrl() }: At = {}) => httpClient(url)

/** An address of the block that documentation and benchmarks may use. */
const freshIp = () => `198.18.${randomInt(256)}.${randomInt(256)}`

/**
 * A storefront's visitor: the publishable key only, or with a customer's token.
 * Each has an ip of its own, so that no spec uses up another's rate limit.
 */
export function storeClient({
  url = baseUrl(),
  token,
  ip = freshIp(),
}: At & { token?: string; ip?: string } = {}) {
  return httpClient(url, {
    "x-publishable-api-key": publishableKey(),
    "x-forwarded-for": ip,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  })
}

type Credentials = { email: string; password: string }

async function logIn(url: string, actor: string, credentials: Credentials) {
  const { token } = await expectOk(
    httpClient(url).post<{ token: string }>(
      `/auth/${actor}/emailpass`,
      credentials
    )
  )
  return token
}

const adminTokens = new Map<string, Promise<string>>()

/** Logged in as the store's admin; the login happens once per server. */
export async function adminClient({
  url = baseUrl(),
}: At = {}): Promise<HttpClient> {
  const credentials = { email: adminEmail(), password: adminPassword() }
  const token = adminTokens.get(url) ?? logIn(url, "user", credentials)
  adminTokens.set(url, token)
  return httpClient(url, { authorization: `Bearer ${await token}` })
}

export type Customer = Credentials & {
  id: string
  token: string
  client: HttpClient
}

/** Registers a customer whom no other spec knows, and logs them in. */
export async function freshCustomer({
  url = baseUrl(),
}: At = {}): Promise<Customer> {
  const credentials = {
    email: `shopper-${randomUUID()}@store.test`,
    password: randomUUID(),
  }
  const { token: registration } = await expectOk(
    httpClient(url).post<{ token: string }>(
      "/auth/customer/emailpass/register",
      credentials
    )
  )
  const { customer } = await expectOk(
    storeClient({ url, token: registration }).post<{
      customer: { id: string }
    }>("/store/customers", {
      email: credentials.email,
      first_name: "Asha",
      last_name: "Rao",
    })
  )
  const token = await logIn(url, "customer", credentials)
  return {
    ...credentials,
    id: customer.id,
    token,
    client: storeClient({ url, token }),
  }
}
