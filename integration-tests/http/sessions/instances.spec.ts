/** The attack: a stolen token shown to another instance of the store than the one that ended it. */
import { type Customer, freshCustomer } from "../../helpers/clients"
import { query, seededDatabase } from "../../helpers/database"
import { expectOk } from "../../helpers/http"
import { Pair } from "../../helpers/pair"
import {
  claimsOf,
  cookieFor,
  OBEYS_MS,
  refresh,
  statusOf,
  tokenOf,
  withToken,
} from "../../helpers/sessions"
import { waitFor } from "../../helpers/wait-for"

describe("two instances", () => {
  let pair: Pair
  let customer: Customer
  let one: string
  let other: string

  beforeAll(async () => {
    pair = new Pair("sessions", await seededDatabase())
    // Without Redis a second one would not start.
    const env = { SUITE_DOCTOR_OVERRIDE: "several-instances" }
    await pair.start(env)
    await pair.start(env)
    ;[one = "", other = ""] = pair.urls
  }, 240_000)
  afterAll(() => pair?.end())
  beforeEach(async () => {
    customer = await freshCustomer({ url: one })
  })

  const endings: [what: string, end: (token: string) => Promise<unknown>][] = [
    [
      "a sign-out",
      (token) => expectOk(withToken(token, one).post("/auth/logout")),
    ],
    [
      "an end of all sessions",
      () =>
        expectOk(
          customer.client.post("/store/customers/me/sessions/end", {
            keep_current: false,
          })
        ),
    ],
    [
      "a new password, even one that psql wrote",
      () =>
        query(
          pair.database.url,
          `update provider_identity set provider_metadata = '{"password": "another"}'
            where entity_id = $1`,
          [customer.email]
        ),
    ],
    [
      "the account's removal",
      () =>
        query(
          pair.database.url,
          "update customer set deleted_at = now() where id = $1",
          [customer.id]
        ),
    ],
  ]

  it.each(endings)("both obey %s within five seconds", async (_, end) => {
    const { token } = customer
    // Both know it as good.
    expect(await statusOf(token, { url: one })).toBe(200)
    expect(await statusOf(token, { url: other })).toBe(200)
    await end(token)
    await waitFor(
      async () =>
        (await statusOf(token, { url: other })) === 401 &&
        (await statusOf(token, { url: one })) === 401,
      { what: "both to refuse", timeoutMs: OBEYS_MS, intervalMs: 250 }
    )
    expect((await refresh(token, other)).status).toBe(401)
  })

  it("give the same newer token, and know each other's", async () => {
    expect(await statusOf(customer.token, { url: other })).toBe(200)
    const answers = await Promise.all(
      [one, other, one, other].map((url) => refresh(customer.token, url))
    )
    const newer = [...new Set(answers.map(({ body }) => body.token))]
    expect(newer).toHaveLength(1)
    expect(claimsOf(newer[0]).gen).toBe(1)
    expect(await statusOf(newer[0] ?? "", { url: other })).toBe(200)
  })

  it("leave other sessions alone", async () => {
    const phone = await tokenOf(customer, { url: other })
    await cookieFor(phone, { url: other })
    await expectOk(withToken(customer.token, one).post("/auth/logout"))
    expect(await statusOf(phone, { url: one })).toBe(200)
    expect(await statusOf(phone, { url: other })).toBe(200)
  })
})
