import { randomUUID } from "node:crypto"
import { adminClient, anonymousClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { foreignWebhook } from "../../helpers/payment-webhooks"
import { waitFor } from "../../helpers/wait-for"
import type {
  AdminPaymentWebhookResponse,
  AdminPaymentWebhooksResponse,
} from "../../../src/types/payment-webhooks"

const PATH = "/admin/payment-webhooks"

describe("the admin's webhooks", () => {
  let admin: HttpClient
  beforeAll(async () => {
    admin = await adminClient()
  })

  const list = (search: string) =>
    expectOk(admin.get<AdminPaymentWebhooksResponse>(`${PATH}?${search}`))
  const detail = async (id: string) =>
    (await expectOk(admin.get<AdminPaymentWebhookResponse>(`${PATH}/${id}`)))
      .payment_webhook
  const ended = (id: string) =>
    waitFor(
      async () => {
        const webhook = await detail(id)
        return webhook.status === "received" ? undefined : webhook
      },
      { what: "the end of the webhook's work" }
    )

  it("show no card, no person, no signature, and no hash", async () => {
    const note = randomUUID()
    await expectOk(
      anonymousClient().post(
        "/hooks/payment/system_default",
        {
          note,
          card: { number: "4242424242424242", cvc: "123" },
          email: "asha@store.test",
          nested: { token: "tok_1", text: "write to asha@store.test" },
        },
        { headers: { "x-signature": "sig-of-a-gateway", cookie: "sid=1" } }
      )
    )
    const { payment_webhooks: webhooks } = await list(
      "provider_id=pp_system_default&limit=1"
    )
    const webhook = await detail(webhooks[0]?.id ?? "")
    expect(webhook.body).toMatchObject({ note })
    expect(webhook.headers).toHaveProperty("content-type")
    const shown = JSON.stringify({ webhook, webhooks })
    const leaked = [
      "4242",
      '"123"',
      "asha",
      "tok_1",
      "sig-of",
      "sid=",
      "sha256",
    ]
    expect(leaked.filter((secret) => shown.includes(secret))).toEqual([])
    const [row] = await query<{ body: string }>(
      databaseUrl(),
      "select body, headers::text from payment_webhook where id = $1",
      [webhook.id]
    )
    expect(JSON.stringify(row)).not.toMatch(/asha|4242|sig-of/)
  })

  it("are worked off, found by id, status, provider and time, and paged", async () => {
    const id = await foreignWebhook(databaseUrl())
    expect(await ended(id)).toMatchObject({
      status: "ignored",
      attempts: 1,
      verified: false,
      reason: "The provider says: not_supported",
    })
    const since = encodeURIComponent(
      new Date(Date.now() - 60_000).toISOString()
    )
    const found = await list(
      `q=${id}&status=ignored&provider_id=pp_system_default&received_at[$gte]=${since}`
    )
    expect(found).toMatchObject({ count: 1, payment_webhooks: [{ id }] })
    expect(await list(`q=${id}&status=done`)).toMatchObject({ count: 0 })
    expect(await list(`q=${id}&event_type=none`)).toMatchObject({ count: 0 })
    const pages = await Promise.all([
      list("limit=1&offset=0"),
      list("limit=1&offset=1"),
    ])
    expect(pages[0].payment_webhooks[0]?.id).not.toBe(
      pages[1].payment_webhooks[0]?.id
    )
  })

  it("can be replayed, one or many, and come to the same end", async () => {
    const ids = [
      await foreignWebhook(databaseUrl()),
      await foreignWebhook(databaseUrl()),
    ]
    await Promise.all(ids.map(ended))
    expect(await expectOk(admin.post(`${PATH}/${ids[0]}/replay`))).toEqual({
      ids: [ids[0]],
    })
    await expectOk(admin.post(`${PATH}/replay`, { ids }))
    for (const id of ids) {
      const webhook = await ended(id)
      expect(webhook.status).toBe("ignored")
      expect(webhook.attempts).toBeGreaterThan(1)
    }
  })

  it.each([
    [`${PATH}?limit=101`, 400, "limit"],
    [`${PATH}?status=lost`, 400, "status"],
    [`${PATH}?order=body`, 400, "order"],
    [`${PATH}?received_at[$gte]=yesterday`, 400, "received_at"],
    [`${PATH}?q=%00`, 400, "q"],
    [`${PATH}/pwh_none`, 404, "pwh_none"],
  ])("answer %s with %s and name what is wrong", async (path, status, name) => {
    const reply = await admin.get(path)
    expect(reply.status).toBe(status)
    expect(reply.body.message).toContain(name)
  })

  it("replay none when one does not exist", async () => {
    const id = await foreignWebhook(databaseUrl())
    const before = await ended(id)
    const replies = [
      await admin.post(`${PATH}/replay`, { ids: [id, "pwh_none"] }),
      await admin.post(`${PATH}/replay`, { ids: [] }),
      await admin.post(`${PATH}/pwh_none/replay`),
    ]
    expect(replies.map(({ status }) => status)).toEqual([404, 400, 404])
    expect(await detail(id)).toEqual(before)
  })
})
