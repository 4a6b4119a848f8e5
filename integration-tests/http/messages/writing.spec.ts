import { randomUUID } from "node:crypto"
import { adminClient, freshCustomer } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { expectOk, type HttpClient } from "../../helpers/http"
import { guestGroup, written } from "../../helpers/messages-writing"
import { placedOrder } from "../../helpers/payments"
import { waitFor } from "../../helpers/wait-for"
import type {
  AdminMessageNote,
  AdminMessageNoteResponse,
  AdminMessageNotesResponse,
} from "../../../src/types/messages-notes"

const PATH = "/admin/messages"

type Row = {
  id: string
  status: string
  recipient: string | null
  last_error: string | null
  html: string | null
  text: string | null
  order_id: string | null
}

describe("what an admin writes", () => {
  let admin: HttpClient

  beforeAll(async () => {
    admin = await adminClient()
  })

  const write = (body: object) =>
    admin.post<AdminMessageNoteResponse>(PATH, body)

  const messagesOf = (noteId: string) =>
    query<Row>(
      databaseUrl(),
      "select * from message where subject_id = $1 order by created_at",
      [noteId]
    )

  const done = (id: string, what: string) =>
    waitFor(
      async () => {
        const { note } = await expectOk(
          admin.get<AdminMessageNoteResponse>(`${PATH}/notes/${id}`)
        )
        const isDone = note.queued_at && note.by_status.queued === 0
        return isDone ? note : undefined
      },
      { what, timeoutMs: 90_000, intervalMs: 500 }
    )

  it("reaches the customer in its own words, with nothing in them that HTML could be", async () => {
    const { id, email } = await freshCustomer()
    const text = "<b>Hi</b>, see https://shop.test/a?b=1&c=2.\n\nAsha & co"
    const answer = await write(written({ customer_id: id, text }))
    expect(answer.status).toBe(201)
    const note = await done(answer.body.note.id, "the message to be sent")
    expect(note.by_status.sent).toBe(1)
    const [message] = await messagesOf(note.id)
    expect(message?.recipient).toBe(email)
    expect(message?.html).toContain("&lt;b&gt;Hi&lt;/b&gt;")
    expect(message?.html).toContain('href="https://shop.test/a?b=1&amp;c=2"')
    expect(message?.text).toContain("Asha & co")
    expect(message?.text).toContain("Hello Asha Rao,")
    // Its own link to have no more of these is in it, and its token is not kept.
    expect(message?.html).toContain("unsubscribe#token=•••")
  })

  // The attack: a double click, and a client that tries again.
  it("is sent once, of eight identical ones at once and one later", async () => {
    const { id } = await freshCustomer()
    const body = written({ customer_id: id })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => write(body))
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([...Array<number>(7).fill(200), 201])
    const later = await write(body)
    expect(later.status).toBe(200)
    const ids = [...answers, later].map((answer) => answer.body.note.id)
    expect(new Set(ids).size).toBe(1)
    expect(await messagesOf(later.body.note.id)).toHaveLength(1)
    const other = await write({ ...body, text: "Something else" })
    expect(other.status).toBe(422)
    expect(other.body).toMatchObject({
      message: expect.stringContaining("idempotency_key") as string,
    })
  })

  it("about an order reaches who has switched all else off; news does not, and says why", async () => {
    const { order, customer } = await placedOrder()
    await expectOk(
      customer.client.post("/store/customers/me/message-preferences", {
        news: false,
      })
    )
    const category = "transactional"
    const about = { customer_id: customer.id, order_id: order.id, category }
    const [needed, news] = await Promise.all([
      expectOk(write({ ...written(), ...about })),
      expectOk(write(written({ customer_id: customer.id }))),
    ])
    expect((await done(needed.note.id, "it to be sent")).by_status.sent).toBe(1)
    const [sent] = await messagesOf(needed.note.id)
    expect(sent).toMatchObject({ status: "sent", order_id: order.id })
    expect(sent?.html).not.toContain("unsubscribe")
    const { by_status } = await done(news.note.id, "it to be taken back")
    expect(by_status).toMatchObject({
      queued: 0,
      sent: 0,
      failed: 0,
      canceled: 1,
    })
    const [canceled] = await messagesOf(news.note.id)
    expect(canceled?.last_error).toBe("The recipient has switched off news")
    const jobs = await query(
      databaseUrl(),
      "select from graphile_worker.jobs where key = $1",
      [`message:${canceled?.id}`]
    )
    expect(jobs).toEqual([])
  })

  it("reaches each address of a group once, but for who has switched it off or must not be written to", async () => {
    const group = await guestGroup(620)
    const [member] = await query<{ id: string }>(
      databaseUrl(),
      "select id from customer where email = $1",
      [`${group}7@store.test`]
    )
    // The address of another one in other letters, and a customer without any.
    await query(
      databaseUrl(),
      `update customer set email = case when email = $1 then upper($2) end
       where email in ($1, $3)`,
      [1, 2, 3].map((n) => `${group}${n}@store.test`)
    )
    await expectOk(
      admin.post(`/admin/customers/${member?.id}/message-preferences`, {
        news: false,
      })
    )
    const listed = { channel: "email", address: `${group}9@store.test` }
    await expectOk(admin.post(`${PATH}/suppressions`, listed))
    const { note } = await expectOk(
      write(written({ customer_group_id: group }))
    )
    expect(note).toMatchObject({ recipients: 620, customer_group_id: group })
    const { by_status, messages } = await done(note.id, "the group's mails")
    expect(messages).toBe(618)
    expect(by_status).toMatchObject({
      queued: 0,
      sent: 616,
      failed: 1,
      canceled: 1,
    })
    const alone = await query(
      databaseUrl(),
      `select from message where subject_id = $1 and status = 'sent'
        and (attempts <> 1 or notification_id is not null)`,
      [note.id]
    )
    // All of them went together, past Medusa's own rows.
    expect(alone).toEqual([])
    const { notes } = await expectOk(
      admin.get<AdminMessageNotesResponse>(`${PATH}/notes?limit=100`)
    )
    const shown = notes.find((each: AdminMessageNote) => each.id === note.id)
    expect(shown).toMatchObject({ messages: 618, by_status: { sent: 616 } })
  }, 120_000)

  it("can be sent again to one of them, who may have switched it off meanwhile", async () => {
    const { client, id } = await freshCustomer()
    const { note } = await expectOk(write(written({ customer_id: id })))
    await done(note.id, "the message to be sent")
    const [message] = await messagesOf(note.id)
    await expectOk(
      client.post("/store/customers/me/message-preferences", { news: false })
    )
    await expectOk(admin.post(`${PATH}/${message?.id}/resend`))
    const again = await waitFor(
      async () => {
        const rows = await messagesOf(note.id)
        return rows.find(({ status }) => status === "canceled")
      },
      { what: "the second one to be taken back", timeoutMs: 30_000 }
    )
    expect(again.last_error).toContain("switched off")
  })

  it.each([
    [{}, "customer_id"],
    [{ customer_id: "cus_a", customer_group_id: "g" }, "customer_group_id"],
    [{ customer_id: "cus_nobody" }, "customer_id"],
    [{ customer_group_id: "cusgroup_none" }, "customer_group_id"],
    [{ customer_id: "cus_a", category: "transactional" }, "category"],
    [
      {
        customer_group_id: "g",
        category: "transactional",
        order_id: "order_a",
      },
      "category",
    ],
    [{ customer_id: "cus_a", category: "spam" }, "category"],
    [{ customer_id: "cus_a", subject: "a\r\nBcc: b" }, "subject"],
    [{ customer_id: "cus_a", subject: "x".repeat(201) }, "subject"],
    [{ customer_id: "cus_a", text: " \n" }, "text"],
    [{ customer_id: "cus_a", text: "\0" }, "text"],
    [{ customer_id: "cus_a", text: "x".repeat(20_001) }, "text"],
    [{ customer_id: "cus_a", idempotency_key: "short" }, "idempotency_key"],
    [{ customer_id: "cus_a", html: "<b>" }, "html"],
    [{ customer_id: { $ne: "" } }, "customer_id"],
  ])("is refused with %j, naming %s", async (more, field) => {
    const { status, body } = await admin.post<{ message: string }>(PATH, {
      ...written(),
      ...more,
    })
    expect(status).toBe(400)
    expect(body.message).toContain(field)
  })

  // The attack: a mail "about an order" to somebody who has nothing to do with it.
  it("is refused about another customer's order", async () => {
    const { id } = await freshCustomer()
    const { order } = await placedOrder()
    const category = "transactional"
    const { status, body } = await admin.post<{ message: string }>(
      PATH,
      written({ customer_id: id, order_id: order.id, category })
    )
    expect(status).toBe(400)
    expect(body.message).toContain("order_id")
  })

  it("is refused for a group of nobody, and known by its id", async () => {
    const group = await guestGroup(0)
    const { status } = await write(written({ customer_group_id: group }))
    expect(status).toBe(400)
    const unknown = await admin.get(`${PATH}/notes/msgnote_${randomUUID()}`)
    expect(unknown.status).toBe(404)
    expect((await admin.get(`${PATH}/notes?limit=0`)).status).toBe(400)
  })
})
