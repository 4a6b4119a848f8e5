import { randomUUID } from "node:crypto"
import { identifierHash } from "../../../src/modules/login-events/identifier-hash"
import type {
  AdminLoginEventsResponse,
  AdminLoginStatisticsResponse,
} from "../../../src/types/login-events"
import {
  adminClient,
  type Customer,
  freshCustomer,
} from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl, storeEnvironment } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { addJob } from "../../helpers/jobs"
import { eventsOf } from "../../helpers/login-events"
import { waitFor } from "../../helpers/wait-for"

const PATH = "/admin/login-events"

/** Events of a month that no other spec has, straight into the table. */
async function pastEvents(day: string, rows: [string, string, boolean][]) {
  for (const [outcome, kind, isFirst] of rows) {
    await query(
      databaseUrl(),
      `insert into login_event (id, occurred_at, actor_type, outcome, device_kind, is_first_login, ip)
       values ($1, $2, 'customer', $3, $4, $5, '203.0.113.77')`,
      [`lgev_${randomUUID()}`, `${day}T12:00:00Z`, outcome, kind, isFirst]
    )
  }
}

const runTask = async (task: string) => {
  const id = await addJob(databaseUrl(), task, {})
  await waitFor(
    async () => {
      const left = await query(
        databaseUrl(),
        "select from graphile_worker.jobs where id = $1",
        [id]
      )
      return left.length === 0
    },
    { what: task }
  )
}

/** A guess of 40 days ago, in a month that a store of that age has. */
async function oldGuess(email: string, requestId: string) {
  const at = new Date(Date.now() - 40 * 86_400_000)
  const month = (ahead: number) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + ahead, 1))
      .toISOString()
      .slice(0, 10)
  const name = `login_event_${month(0).slice(0, 7).replace("-", "_")}`
  await query(
    databaseUrl(),
    `create table if not exists ${name} partition of login_event
       for values from ('${month(0)}') to ('${month(1)}')`
  )
  const hash = identifierHash(email, storeEnvironment().SUITE_SECRET ?? "")
  await query(
    databaseUrl(),
    `insert into login_event (id, occurred_at, actor_type, outcome, device_kind, identifier_hash, request_id)
     values ($1, $2, 'customer', 'wrong_credentials', 'other', $3, $4)`,
    [`lgev_${randomUUID()}`, at.toISOString(), hash, requestId]
  )
  return at.toISOString()
}

describe("the admin's view of login events", () => {
  let admin: HttpClient
  let customer: Customer

  beforeAll(async () => {
    admin = await adminClient()
    customer = await freshCustomer()
    for (const password of ["wrong", "=cmd|' /C calc'!A0"]) {
      await admin.post("/auth/customer/emailpass", {
        ...{ email: customer.email, password },
      })
    }
    await eventsOf(customer.id, 3)
  })

  const list = (search: string) =>
    expectOk(
      admin.get<AdminLoginEventsResponse>(
        `${PATH}?actor_id=${customer.id}&${search}`
      )
    )

  it("filters, sorts and pages", async () => {
    expect((await list("outcome=wrong_credentials")).count).toBe(2)
    expect((await list("outcome=success&outcome=refreshed")).count).toBe(1)
    expect((await list("actor_type=user")).count).toBe(0)
    expect((await list("provider=emailpass&device_kind=other")).count).toBe(3)
    expect((await list("ip=127.0.0.0/8")).count).toBe(3)
    expect((await list("is_new_device=true")).count).toBe(0)
    expect((await list("occurred_at[$gte]=2999-01-01T00:00:00Z")).count).toBe(0)
    expect((await list(`q=${customer.email}`)).count).toBe(3)
    expect((await list("q=nobody@store.test")).count).toBe(0)
    expect((await list("q=127.0.0.1")).count).toBe(3)
    const page = await list("order=occurred_at&limit=1&offset=0")
    expect(page).toMatchObject({ count: 3, limit: 1, offset: 0 })
    expect(page.login_events).toMatchObject([
      { outcome: "success", actor_id: customer.id, is_first_login: true },
    ])
  })

  it("looks at the last 30 days, and says so, unless an account, an address or a time is named", async () => {
    const [email, requestId] = [`${randomUUID()}@store.test`, randomUUID()]
    const at = await oldGuess(email, requestId)
    const find = (search: string) =>
      expectOk(admin.get<AdminLoginEventsResponse>(`${PATH}?${search}`))
    const recent = await find(`q=${requestId}`)
    const days = (Date.now() - Date.parse(recent.since ?? "")) / 86_400_000
    expect([recent.count, Math.round(days)]).toEqual([0, 30])
    expect(await find(`q=${email}`)).toMatchObject({ count: 1, since: null })
    expect(await find(`q=${requestId}&occurred_at[$gte]=${at}`)).toMatchObject({
      count: 1,
      since: null,
    })
    expect((await list("limit=1")).since).toBeNull()
    const reply = await admin.get<string>(`${PATH}/export?q=${requestId}`)
    expect(reply.body.trim().split("\r\n")).toHaveLength(1)
  })

  it("exports the same events, however many, as a file", async () => {
    const reply = await admin.get<string>(
      `${PATH}/export?actor_id=${customer.id}`
    )
    expect(reply.headers.get("content-type")).toBe("text/csv; charset=utf-8")
    const [header, ...lines] = reply.body.trim().split("\r\n")
    expect(header).toMatch(/^occurred_at,id,actor_type,actor_id,/)
    expect(lines.map((line) => line.split(",")[6])).toEqual([
      "wrong_credentials",
      "wrong_credentials",
      "success",
    ])
  })

  it("counts days up once, however often and whatever comes late", async () => {
    const today = new Date().toISOString().slice(0, 10)
    await pastEvents(today, [
      ["success", "mobile", true],
      ["mfa_passed", "mobile", false],
      ["verification_required", "tablet", false],
    ])
    const read = async () => {
      await runTask("login-events-sum")
      const { statistics } = await expectOk(
        admin.get<AdminLoginStatisticsResponse>(
          `${PATH}/statistics?from=${today}&to=${today}&actor_type=customer`
        )
      )
      return statistics
    }
    const first = await read()
    expect(first.by_device).toContainEqual({
      ...{ day: today, device_kind: "mobile", count: 2 },
    })
    expect(first.by_outcome).toContainEqual({
      ...{ day: today, outcome: "verification_required", count: 1 },
    })
    const again = await read()
    expect(again.by_device).toContainEqual({
      ...{ day: today, device_kind: "mobile", count: 2 },
    })
    expect(first.logins[0]?.new).toBeGreaterThan(0)
    expect(first.logins[0]?.returning).toBeGreaterThan(0)
    expect(again.counted_until).toMatch(/Z$/)
  })

  it.each([
    ["limit=101", /limit/],
    ["limit=0", /limit/],
    ["offset=-1", /offset/],
    ["order=ip", /order/],
    ["outcome=hacked", /outcome/],
    ["outcome[$ne]=success", /outcome/],
    ["device_kind=toaster", /device_kind/],
    ["actor_type=a%00b", /actor_type/],
    ["q=%00", /q:/],
    ["q=%20", /q:/],
    ["actor_id=' or 1=1 --", /actor_id/],
    ["provider=%20", /provider/],
    ["ip=nowhere", /ip/],
    ["ip=203.0.113.0/33", /ip/],
    ["ip=fe80::1%25eth0", /ip/],
    ["is_new_device=maybe", /is_new_device/],
    ["occurred_at=yesterday", /occurred_at/],
    ["occurred_at[$gte]=2026-02-31T00:00:00Z", /occurred_at\.\$gte/],
    ["identifier_hash=0", /identifier_hash/],
  ])("refuses %s and names it, in list and export", async (search, named) => {
    for (const path of [PATH, `${PATH}/export`]) {
      const reply = await admin.get(`${path}?${search}`)
      expect(reply.status).toBe(400)
      expect(JSON.stringify(reply.body)).toMatch(named)
    }
  })

  it.each([
    ["from=yesterday", /from/],
    ["to=2026-13-01", /to/],
    ["from=2026-11-02&to=2026-11-01", /from/],
    ["from=2020-01-01&to=2026-01-01", /from/],
    ["actor_type=%00", /actor_type/],
    ["from[$gte]=2026-11-01", /from/],
    ["from=0000-00-00", /from/],
  ])("refuses statistics of %s", async (search, named) => {
    const reply = await admin.get(`${PATH}/statistics?${search}`)
    expect(reply.status).toBe(400)
    expect(JSON.stringify(reply.body)).toMatch(named)
  })
})
