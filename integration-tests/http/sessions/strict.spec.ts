/**
 * The attack: a token out of a log or a backup. Under the preset strict it opens the account for fifteen minutes, and
 * for a newer one it can be exchanged only as long as its owner has not.
 */
import { createHmac } from "node:crypto"
import { type Customer, freshCustomer } from "../../helpers/clients"
import { storeEnvironment } from "../../helpers/environment"
import { type Server, startServer } from "../../helpers/server"
import { age, claimsOf, refresh, statusOf } from "../../helpers/sessions"

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString("base64url")

/** The same token as it would be some time ago. */
function older(token: string, seconds: number) {
  const claims = claimsOf(token)
  const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({
    ...{ ...claims, iat: claims.iat - seconds, exp: claims.exp - seconds },
  })}`
  const secret = storeEnvironment().JWT_SECRET ?? ""
  const mac = createHmac("sha256", secret).update(signed).digest("base64url")
  return `${signed}.${mac}`
}

describe("sessions under the preset strict", () => {
  let server: Server
  let url: string
  let customer: Customer

  beforeAll(async () => {
    server = await startServer({
      name: "sessions-strict",
      env: { SIGN_IN_PRESET: "strict", TRUSTED_PROXY_HOPS: "1" },
    })
    url = server.url
  }, 180_000)
  afterAll(() => server?.stop())
  beforeEach(async () => {
    customer = await freshCustomer({ url })
  })

  it("have tokens of fifteen minutes, which their owner exchanges although they ran out", async () => {
    const { iat, exp } = claimsOf(customer.token)
    expect(exp - iat).toBe(900)
    const spent = older(customer.token, 1_000)
    expect(await statusOf(spent, { url })).toBe(401)
    const { status, body } = await refresh(spent, url)
    expect(status).toBe(200)
    expect(await statusOf(body.token ?? "", { url })).toBe(200)
  })

  it("end when one that ran out and was exchanged is exchanged again", async () => {
    const spent = older(customer.token, 1_000)
    const { body } = await refresh(spent, url)
    await age(customer.token, "11 seconds", server.databaseUrl)
    expect((await refresh(spent, url)).status).toBe(401)
    expect((await refresh(body.token ?? "", url)).status).toBe(401)
  })

  it("last seven days", async () => {
    await age(customer.token, "6 days 23 hours", server.databaseUrl)
    const { status, body } = await refresh(older(customer.token, 60_000), url)
    expect(status).toBe(200)
    await age(customer.token, "2 hours", server.databaseUrl)
    expect((await refresh(body.token ?? "", url)).status).toBe(401)
  })

  it("are exchanged for nothing by one that was signed with another key", async () => {
    const [head, claims] = older(customer.token, 1_000).split(".")
    const forged = `${head}.${claims}.${"A".repeat(43)}`
    expect((await refresh(forged, url)).status).toBe(401)
  })
})
