/**
 * The attack: a page of the store's in somebody else's frame, an upload that is run as a script, a browser that
 * guesses at types, and a banner that says which framework's holes to try.
 */
import { writeFileSync } from "node:fs"
import path from "node:path"
import { storeEnvironment } from "../../helpers/environment"
import { itWithAdmin } from "../../helpers/optional"
import {
  adminClient,
  anonymousClient,
  storeClient,
} from "../../helpers/clients"

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "SAMEORIGIN",
  "referrer-policy": "no-referrer",
  "x-dns-prefetch-control": "off",
  "x-download-options": "noopen",
  "x-permitted-cross-domain-policies": "none",
  "cross-origin-opener-policy": "same-origin",
}

const policyOf = (headers: Headers) =>
  headers.get("content-security-policy") ?? ""

function expectHeaders(headers: Headers) {
  expect(Object.fromEntries(headers)).toMatchObject(ALWAYS)
  expect(headers.get("x-powered-by")).toBeNull()
  expect(policyOf(headers)).not.toMatch(/script-src[^;]*unsafe/)
}

describe("security headers", () => {
  // H1.1, the attack: a browser that guesses at types, and a banner that names the framework.
  it.each([
    ["/health", 200],
    ["/app", 200],
    ["/app/login", 200],
    ["/static/nothing-there.png", 404],
    ["/store/products", 400],
    ["/admin/orders", 401],
    ["/auth/customer/emailpass", 401],
    ["/nothing-there", 404],
    ["/store/carts/%E0%A4%A", 400],
    ["/downloads", 200],
  ])(
    "are on the answer of %s, which does not name Express (H1.1)",
    async (at, status) => {
      const reply = await anonymousClient().get(at)
      const isWithoutAdmin =
        storeEnvironment().ADMIN_DISABLED && /^\/app/.test(at)
      expect(reply.status).toBe(isWithoutAdmin ? 404 : status)
      expectHeaders(reply.headers)
    }
  )

  it("are on what a shopper and an admin get", async () => {
    expectHeaders((await storeClient().get("/store/products")).headers)
    expectHeaders((await (await adminClient()).get("/admin/orders")).headers)
  })

  // H1.2, the attack: the admin's page in another site's frame.
  itWithAdmin()(
    "let the admin's page run this server's scripts alone, in no frame of another site (H1.2)",
    async () => {
      const policy = policyOf((await anonymousClient().get("/app")).headers)
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).toContain("object-src 'none'")
    }
  )

  // H1.3, the attack: an upload that is run as a script.
  it("let nothing run that somebody uploaded, in capitals neither, and the storefront show it (H1.3)", async () => {
    const folder = path.join(storeEnvironment().UPLOADS_DIR ?? "", "public")
    writeFileSync(path.join(folder, "drawing.svg"), "<svg onload='alert(1)'/>")
    for (const at of ["/static/drawing.svg", "/STATIC/drawing.svg"]) {
      const { status, headers } = await anonymousClient().get(at)
      expect(status).toBe(200)
      expectHeaders(headers)
      expect(policyOf(headers)).toMatch(/^default-src 'none'/)
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin")
    }
  })

  it("promise https only where there is https", async () => {
    const { headers } = await anonymousClient().get("/health")
    expect(headers.get("strict-transport-security")).toBeNull()
    expect(policyOf(headers)).not.toContain("upgrade-insecure-requests")
  })
})
