/**
 * The attack: a script out of the storage that the admin's pictures come from, a visitor who is sent to http, and an
 * admin who believes that a link was mailed.
 */
import { randomUUID } from "node:crypto"
import { adminClient, anonymousClient } from "../../helpers/clients"
import { adminEmail } from "../../helpers/environment"
import { expectOk } from "../../helpers/http"
import { itWithAdmin } from "../../helpers/optional"
import { type Server, startServer } from "../../helpers/server"
import { guess } from "../../helpers/sign-in"

const STORAGE = "https://files.shop.test"
const CHAT = "https://chat.shop.test"

describe("a store at an https address, with services in the admin and without messages", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "request-guards-options",
      env: {
        ADMIN_ORIGINS: `${STORAGE},wss://live.shop.test`,
        ADMIN_SCRIPT_ORIGINS: CHAT,
        BACKEND_URL: "https://api.shop.test",
        TRUSTED_PROXY_HOPS: "0",
        SUITE_FEATURES_OFF: "messages",
      },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  const policyAt = async (path: string) => {
    const { headers } = await anonymousClient({ url: server.url }).get(path)
    const policy = headers.get("content-security-policy") ?? ""
    const parts = policy.split(";").map((part) => part.trim().split(" "))
    return new Map(parts.map(([name = "", ...sources]) => [name, sources]))
  }

  // H1.4, the attack: a script out of the storage that the admin's pictures come from.
  itWithAdmin()(
    "runs no script of the storage's in the admin, and shows its files and the services' frames (H1.4)",
    async () => {
      const policy = await policyAt("/app")
      expect(policy.get("script-src")).toEqual(["'self'", CHAT])
      expect(policy.get("frame-src")).toEqual([
        "'self'",
        "blob:",
        STORAGE,
        CHAT,
      ])
      expect(policy.get("frame-ancestors")).toEqual(["'self'"])
      for (const directive of ["img-src", "connect-src"]) {
        expect(policy.get(directive)).toEqual(
          expect.arrayContaining([STORAGE, CHAT])
        )
      }
      expect(policy.get("connect-src")).toContain("wss://live.shop.test")
    }
  )

  it("lets the services into no other page", async () => {
    for (const path of ["/health", "/static/x.svg", "/downloads"]) {
      const sources = [...(await policyAt(path)).values()].flat()
      expect(sources.filter((each) => each.includes("shop.test"))).toEqual([])
    }
  })

  // H1.5, the attack: a visitor who is sent to http.
  it("promises https to each visitor, at /health as at /store (H1.5)", async () => {
    for (const path of ["/health", "/store/products"]) {
      const { headers } = await anonymousClient({ url: server.url }).get(path)
      expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/)
      expect((await policyAt(path)).has("upgrade-insecure-requests")).toBe(true)
    }
  })

  // A7.7, the attack: the same in a store that mails nothing.
  it("hands no admin the token to another's account, nor says that it was mailed (A7.7)", async () => {
    const admin = await adminClient({ url: server.url })
    const { users } = await expectOk(
      admin.get<{ users: { id: string; email: string }[] }>("/admin/users")
    )
    const owner = users.find(({ email }) => email === adminEmail())
    const { status, body } = await admin.post(
      `/admin/users/${owner?.id}/reset-password`
    )
    expect(status).toBe(202)
    expect(body).toEqual({
      mailed: false,
      message: expect.stringContaining("auth.password_reset") as string,
    })
  })

  // R1.3, the attack: X-Forwarded-For where no proxy stands.
  it("believes no address in X-Forwarded-For while it trusts no proxy (R1.3)", async () => {
    const email = `${randomUUID()}@store.test`
    const statuses: number[] = []
    for (let time = 0; time < 11; time++) {
      const ip = `203.0.113.${time}`
      statuses.push(...(await guess(1, email, { url: server.url, ip })))
    }
    expect(statuses.indexOf(429)).toBe(10)
  })

  it("is warned of the proxy that nobody told it of", () => {
    expect(server.log()).toContain("general.trustedHops is 0")
  })
})
