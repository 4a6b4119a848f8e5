/**
 * The attack: rubbish for Medusa's own routes and the suite's, to find one that answers with a
 * crash of the database's, or with all that a table holds.
 */
import {
  adminClient,
  anonymousClient,
  storeClient,
} from "../../helpers/clients"
import type { HttpClient } from "../../helpers/http"

const STORE: [path: string, named: RegExp][] = [
  ["/store/products?limit=-1", /limit/],
  ["/store/products?limit=1000000", /limit/],
  ["/store/products?limit=201", /limit/],
  ["/store/products?limit=1&limit=2", /limit/],
  ["/store/products?limit[$gt]=1", /limit/],
  ["/store/products?offset=-5", /offset/],
  ["/store/products?offset=99999999999", /offset/],
  ["/store/products?q=%00", /q: /],
  ["/store/products?q=%E0%A4%A", /q: /],
  ["/store/products?created_at[$gte]=yesterdayish", /created_at|form/],
  ["/store/products?created_at[$gte]=2026-02-31T25:00:00Z", /created_at|form/],
  ["/store/products?created_at=0000-99-99", /created_at|form/],
  ["/store/products/%00", /NUL/],
  ["/store/products/%E0%A4%A", /percent-encoding/],
  ["/store/carts/%00", /NUL/],
  ["/store/carts/%E0%A4%A", /percent-encoding/],
  ["/store/collections?limit=-1", /limit/],
  ["/store/product-categories?limit=100000", /limit/],
  ["/store/regions?offset=-1", /offset/],
  ["/store/testimonials?limit=-1", /limit/],
  ["/store/nothing-there?q=%00", /q: /],
]

const ADMIN: [path: string, named: RegExp][] = [
  ["/admin/orders?limit=-1", /limit/],
  ["/admin/orders?limit=10001", /limit/],
  ["/admin/orders?offset=-5", /offset/],
  ["/admin/orders?q=%00", /q: /],
  ["/admin/orders?created_at[$gte]=yesterdayish", /created_at|form/],
  ["/admin/orders?created_at[$lt]=2026-13-45", /created_at|form/],
  ["/admin/customers?q=%00", /q: /],
  ["/admin/customers?created_at[$gt]=never", /created_at|form/],
  ["/admin/products?updated_at[$lte]=99999999-01-01", /updated_at|form/],
  ["/admin/orders/%00", /NUL/],
  ["/admin/orders/%E0%A4%A", /percent-encoding/],
  ["/admin/jobs?limit=-1", /limit/],
]

const BODIES: [path: string, body: unknown, named: RegExp][] = [
  ["/store/carts", { email: "a\0@shop.test" }, /email/],
  ["/store/carts", { metadata: { note: "\0" } }, /metadata/],
  [
    "/store/carts",
    `{"metadata":${'{"a":'.repeat(15_000)}1${"}".repeat(15_000)}}`,
    /metadata/,
  ],
  ["/store/carts", '{"metadata"', /JSON/],
]

async function expectRefusal(
  reply: ReturnType<HttpClient["get"]>,
  named: RegExp
) {
  const { status, body } = await reply
  const text = JSON.stringify(body)
  expect({ status, text }).toEqual({
    status: 400,
    text: expect.stringMatching(named),
  })
  expect(text).not.toMatch(/node_modules|\bat .*\.[jt]s|select |insert /)
}

describe("malformed requests to any route", () => {
  // R2.1, the attack: pages without end, and rubbish, as a shopper.
  it.each(STORE)("a shopper's %s (R2.1)", (path, named) =>
    expectRefusal(storeClient().get(path), named)
  )

  // R2.2, the attack: the same as an admin.
  it.each(ADMIN)("an admin's %s (R2.2)", async (path, named) =>
    expectRefusal((await adminClient()).get(path), named)
  )

  // R3.1, the attack: NUL characters, and fifteen thousand levels of nesting.
  it.each(BODIES)("a body for %s (R3.1)", (path, body, named) =>
    expectRefusal(storeClient().post(path, body), named)
  )

  // R3.2, the attack: rubbish at the door.
  it("a login with a NUL in its name, and one at a path that is none (R3.2)", async () => {
    const visitor = anonymousClient()
    const login = { email: "a\0b@shop.test", password: "rubbish-rubbish" }
    await expectRefusal(
      visitor.post("/auth/customer/emailpass", login),
      /email/
    )
    await expectRefusal(visitor.get("/auth/%E0%A4%A/emailpass"), /percent/)
  })

  // R2.3, the attack: bodies without end.
  it("a body past 100 kB, wherever it goes (R2.3)", async () => {
    const body = { metadata: { note: "x".repeat(101 * 1024) } }
    for (const path of ["/store/carts", "/auth/customer/emailpass"]) {
      const { status } = await storeClient().post(path, body)
      expect(status).toBe(413)
    }
  })

  // The fault: a host's own route had its pages cut to those of the Store API.
  it("but what a route that is neither's calls its limit is its own", async () => {
    const visitor = anonymousClient()
    const paged = await visitor.get("/downloads?limit=1000000&offset=-5")
    expect(paged.status).toBe(200)
    await expectRefusal(visitor.get("/downloads?q=%00"), /q: /)
    await expectRefusal(visitor.get("/downloads?q=%E0%A4%A"), /q: /)
  })

  it("and a page as long as the dashboard's longest is given out", async () => {
    const admin = await adminClient()
    expect((await admin.get("/admin/regions?limit=9999")).status).toBe(200)
    expect((await storeClient().get("/store/products?limit=200")).status).toBe(
      200
    )
  })
})
