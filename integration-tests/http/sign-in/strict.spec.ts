/**
 * The attack: the same as for everybody, and the limits that a careful shop sets against it. What they must not do:
 * keep out fifty shoppers whose storefront's server asks for all of them.
 */
import { randomUUID } from "node:crypto"
import { signShopperIp } from "../../../src/utils/client-ip"
import { httpClient } from "../../helpers/http"
import { type Server, startServer } from "../../helpers/server"
import {
  freshIp,
  freshLogin,
  guess,
  type Login,
  signIn,
} from "../../helpers/sign-in"

const SECRET = "shared-with-the-storefront"
const LISTED = "192.0.2.10"
const UNLISTED = "192.0.2.20"

const claimsOf = (token = "") =>
  JSON.parse(
    Buffer.from(token.split(".")[1] ?? "", "base64url").toString()
  ) as { iat: number; exp: number }

describe("the preset strict", () => {
  let server: Server
  let shoppers: Login[]

  beforeAll(async () => {
    server = await startServer({
      name: "sign-in-strict",
      env: {
        SIGN_IN_PRESET: "strict",
        STOREFRONT_IPS: LISTED,
        STOREFRONT_SECRET: SECRET,
      },
    })
    shoppers = await Promise.all(
      Array.from({ length: 50 }, () => freshLogin({ url: server.url }))
    )
  }, 180_000)
  afterAll(() => server?.stop())

  const shopperHeaders = (ip: string) => ({
    "x-shopper-ip": ip,
    "x-shopper-ip-signature": signShopperIp(ip, SECRET, Date.now()),
  })

  it("lets fifty shoppers sign in behind a storefront that signs their ips", async () => {
    const answers = await Promise.all(
      shoppers.map((login) =>
        signIn(login, {
          url: server.url,
          ip: UNLISTED,
          headers: shopperHeaders(freshIp()),
        })
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(shoppers.map(() => 200))
  })

  it("lets fifty shoppers sign in behind a storefront whose ip is listed, after one guessed there", async () => {
    const at = { url: server.url, ip: LISTED }
    await guess(20, "nobody@store.test", at)
    const answers = await Promise.all(
      shoppers.map((login) => signIn(login, at))
    )
    expect(answers.map(({ status }) => status)).toEqual(shoppers.map(() => 200))
  })

  // R1.2, the attack: an unsigned or stale word of a storefront's about its shopper.
  it("hears five wrong passwords per ip, and believes no unsigned or stale word of a shopper's (R1.2)", async () => {
    const ip = freshIp()
    const at = { url: server.url, ip }
    const statuses: number[] = []
    for (let time = 0; time < 7; time++) {
      statuses.push(...(await guess(1, `${randomUUID()}@store.test`, at)))
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const [login] = shoppers
    const old = Date.now() - 10 * 60 * 1000
    for (const signature of [
      "",
      "t=1,v1=0",
      signShopperIp("8.8.8.8", SECRET, old),
    ]) {
      const headers = {
        "x-shopper-ip": "8.8.8.8",
        "x-shopper-ip-signature": signature,
      }
      const { status, retryAfter } = await signIn(login ?? {}, {
        ...at,
        headers,
      })
      expect(status).toBe(429)
      expect(retryAfter).toBeGreaterThan(600)
    }
  })

  it("counts no success, and gives tokens of 15 minutes", async () => {
    const ip = freshIp()
    for (const login of shoppers.slice(0, 12)) {
      const { status, body } = await signIn(login, { url: server.url, ip })
      expect(status).toBe(200)
      const { iat, exp } = claimsOf(body.token)
      expect(exp - iat).toBe(15 * 60)
    }
  })

  // A1.9, the attack: a flood of requests, where the shop limits them.
  it("hears a hundred requests per ip, and every gateway (A1.9)", async () => {
    const client = httpClient(server.url, { "x-forwarded-for": freshIp() })
    const statuses: number[] = []
    for (let time = 0; time < 101; time++) {
      statuses.push((await client.get("/auth/customer/emailpass")).status)
    }
    expect(statuses.indexOf(429)).toBe(100)
    const { status, headers } = await client.get("/auth/user/emailpass")
    expect(status).toBe(429)
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(600)
    const webhook = await client.post("/hooks/payment/nobody_nobody", {})
    expect(webhook.status).not.toBe(429)
    expect((await client.get("/health")).status).toBe(200)
  })
})
