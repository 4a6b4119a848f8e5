import { adminClient } from "../../helpers/clients"
import { databaseUrl } from "../../helpers/environment"
import { query } from "../../helpers/database"
import { expectOk, type HttpClient } from "../../helpers/http"
import { loggedMessage } from "../../helpers/messages"
import type {
  AdminMessageResponse,
  AdminMessagesResponse,
} from "../../../src/types/messages"

const PATH = "/admin/messages"

describe("the message log", () => {
  let admin: HttpClient

  beforeAll(async () => {
    admin = await adminClient()
  })

  const list = (search: string) =>
    expectOk(admin.get<AdminMessagesResponse>(`${PATH}?${search}`))

  it("finds a message by its recipient in any case, without what it said", async () => {
    const recipient = `Asha.${Date.now()}%@Store.Test`
    const id = await loggedMessage({ recipient })
    const search = new URLSearchParams({ q: recipient.toLowerCase() })
    const { messages, count } = await list(search.toString())
    expect(count).toBe(1)
    expect(messages[0]).toMatchObject({ id, recipient, status: "sent" })
    expect(messages[0]).not.toHaveProperty("html")
    const everybody = await list(`q=${encodeURIComponent("%@store.test")}`)
    expect(everybody.count).toBe(0)
  })

  it("filters by order and status, and pages", async () => {
    const order_id = `order_${Date.now()}`
    const failed = await loggedMessage({ order_id, status: "failed" })
    await loggedMessage({ order_id })
    expect((await list(`order_id=${order_id}`)).count).toBe(2)
    const { messages } = await list(
      `order_id=${order_id}&status=failed&limit=1`
    )
    expect(messages.map(({ id }) => id)).toEqual([failed])
  })

  it("shows what was said", async () => {
    const id = await loggedMessage({ html: "<b>Thanks</b>" })
    const { message } = await expectOk(
      admin.get<AdminMessageResponse>(`${PATH}/${id}`)
    )
    expect(message).toMatchObject({ html: "<b>Thanks</b>", text: "Hello" })
  })

  it("sends one again as a new one that names the old", async () => {
    const id = await loggedMessage({ status: "failed" })
    const { message } = await expectOk(
      admin.post<AdminMessageResponse>(`${PATH}/${id}/resend`)
    )
    expect(message).toMatchObject({
      ...{ original_id: id, status: "queued", cause: "resend" },
    })
    const jobs = await query(
      databaseUrl(),
      "select from graphile_worker.jobs where key = $1",
      [`message:${message.id}`]
    )
    expect(jobs).toHaveLength(1)
    const early = await admin.post(`${PATH}/${message.id}/resend`)
    expect(early.status).toBe(400)
  })

  it("takes back what waits, and nothing else", async () => {
    const queued = await loggedMessage({ status: "queued" })
    const { message } = await expectOk(
      admin.post<AdminMessageResponse>(`${PATH}/${queued}/cancel`)
    )
    expect(message.status).toBe("canceled")
    const sent = await loggedMessage()
    const { status, body } = await admin.post<{ message: string }>(
      `${PATH}/${sent}/cancel`
    )
    expect(status).toBe(400)
    expect(body.message).toContain("sent")
  })

  it.each([
    ["status=lost", "status"],
    ["order=recipient", "order"],
    ["limit=1000", "limit"],
    ["created_at=yesterday", "created_at"],
    ["colour=red", "colour"],
  ])("answers %s with a 400 that names %s", async (search, field) => {
    const { status, body } = await admin.get<{ message: string }>(
      `${PATH}?${search}`
    )
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })

  it.each(["", "/resend", "/cancel"])(
    "knows no message that there is not (%s)",
    async (action) => {
      const path = `${PATH}/msg_nobody${action}`
      const { status } = await (action ? admin.post(path) : admin.get(path))
      expect(status).toBe(404)
    }
  )
})
