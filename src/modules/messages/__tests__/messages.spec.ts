import path from "node:path"
import { Pool } from "@medusajs/framework/pg"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { runMigrations } from "graphile-worker"
import { MESSAGES_MODULE } from ".."
import type { DeliveryReport } from "../../../utils/delivery-report"
import MailboxMail from "../models/mailbox-mail"
import Message from "../models/message"
import MessageBrand from "../models/message-brand"
import MessageNote from "../models/message-note"
import MessagePreference from "../models/message-preference"
import MessageSuppression from "../models/message-suppression"
import type { NewNote } from "../note-sql"
import type { NewMessage } from "../queue-sql"
import type MessagesModuleService from "../service"

const SECRET = "a secret of the spec's own"

const newMessage = (more: Partial<NewMessage> = {}): NewMessage => ({
  channel: "email",
  template: "order-placed",
  subject_id: "order_1",
  order_id: "order_1",
  idempotency_key: "order.placed:order_1:order-placed",
  cause: "order.placed",
  ...more,
})

moduleIntegrationTestRunner<MessagesModuleService>({
  moduleName: MESSAGES_MODULE,
  resolve: path.join(__dirname, ".."),
  moduleModels: [
    MailboxMail,
    Message,
    MessageBrand,
    MessageNote,
    MessagePreference,
    MessageSuppression,
  ],
  pathToMigrations: path.join(__dirname, "../migrations"),
  testSuite: ({ service, dbConfig }) => {
    let pool: Pool
    const jobs = async () =>
      (
        await pool.query<{ key: string; payload: unknown }>(
          "select key, payload from graphile_worker._private_jobs"
        )
      ).rows

    beforeEach(async () => {
      pool = new Pool({ connectionString: dbConfig.clientUrl, max: 8 })
      await pool.query("drop schema if exists graphile_worker cascade")
      await runMigrations({ connectionString: dbConfig.clientUrl })
    })
    afterEach(() => pool.end())

    const queued = async (more: Partial<NewMessage> = {}) =>
      (await service.queueMessage(newMessage(more))) ?? ""

    describe("a message", () => {
      it("is queued once with its job, of eight identical ones at once", async () => {
        const ids = await Promise.all(
          Array.from({ length: 8 }, () => service.queueMessage(newMessage()))
        )
        const [id, ...others] = ids.filter(Boolean)
        expect(others).toEqual([])
        expect(await service.listMessages()).toMatchObject([
          { id, status: "queued", attempts: 0 },
        ])
        expect(await jobs()).toMatchObject([
          { key: `message:${id}`, payload: { id } },
        ])
      })

      it("is not there when its job cannot be queued", async () => {
        await pool.query("drop schema graphile_worker cascade")
        await expect(queued()).rejects.toThrow("graphile_worker")
        expect(await service.listMessages()).toEqual([])
      })

      // The attack: reading the tokens of mails in the database.
      it("keeps its secrets in its job alone, sealed", async () => {
        const secrets = { token: "the-token" }
        const message = newMessage({ secrets })
        await expect(service.queueMessage(message)).rejects.toThrow("seal")
        await service.queueMessage(message, SECRET)
        const [job] = await jobs()
        expect(Object.keys(job?.payload as object)).toEqual(["sealed"])
        const rows = await pool.query("select message::text from message")
        expect(JSON.stringify(rows.rows)).not.toContain("the-token")
      })
    })

    describe("an attempt", () => {
      it("is counted, and does not begin once the message is sent", async () => {
        const id = await queued()
        expect(await service.beginAttempt(id)).toMatchObject({ attempts: 1 })
        await service.failAttempt(id, { error: "Busy", isLast: false })
        expect(await service.beginAttempt(id)).toMatchObject({
          ...{ attempts: 2, last_error: "Busy", status: "queued" },
        })
        await service.updateMessages({ id, status: "sent" as const })
        expect(await service.beginAttempt(id)).toBeUndefined()
      })

      it("that was the last one gives the message up", async () => {
        const id = await queued()
        await service.failAttempt(id, { error: "No such user", isLast: true })
        expect(await service.retrieveMessage(id)).toMatchObject({
          ...{ status: "failed", last_error: "No such user" },
        })
        expect(await service.beginAttempt(id)).toBeUndefined()
      })
    })

    describe("a report of what became of a message", () => {
      const at = new Date("2026-11-22T10:00:00Z")
      const report = (
        message_id: string,
        status: DeliveryReport["status"],
        suppress: DeliveryReport["suppress"] = null
      ): DeliveryReport => ({
        ...{ message_id, status, suppress, at },
        reason: status === "bounced" ? "No such user" : null,
      })
      const toNobody = async (key = "a") => {
        const id = await queued({ idempotency_key: key })
        const recipient = `Nobody-${key}@Store.Test`
        await service.updateMessages({ id, recipient })
        return id
      }

      it("ends a message whose answer was lost: no attempt begins any more", async () => {
        const id = await toNobody()
        await service.beginAttempt(id)
        await service.recordReports("email", [report(id, "delivered")])
        await service.failAttempt(id, { error: "No answer", isLast: true })
        expect(await service.retrieveMessage(id)).toMatchObject({
          ...{ status: "delivered", outcome_at: at, sent_at: at },
          last_error: null,
        })
        expect(await service.beginAttempt(id)).toBeUndefined()
        await service.noteSent([{ id, notification_id: "noti_1" }])
        expect((await service.retrieveMessage(id)).status).toBe("delivered")
      })

      it("only moves it forwards, of forty at once in any order", async () => {
        const ids = [await toNobody("a"), await toNobody("b")]
        const batches = Array.from({ length: 10 }, (_, index) => {
          const [one, other] = index % 2 ? ids : [...ids].reverse()
          return [
            [report(one!, "sent"), report(other!, "delivered")],
            [report(other!, "bounced", "bounce"), report(one!, "sent")],
            [report(one!, "complained", "complaint"), report(other!, "sent")],
            [report(one!, "delivered"), report(other!, "complained")],
          ]
        }).flat()
        await Promise.all(
          batches.map((batch) => service.recordReports("email", batch))
        )
        const messages = await service.listMessages({ id: ids })
        expect(messages.map(({ status }) => status)).toEqual([
          ...["complained", "complained"],
        ])
      })

      it("puts the address on the list once, and does not bring it back", async () => {
        const id = await toNobody()
        const bounce = [report(id, "bounced", "bounce")]
        await service.recordReports("email", bounce)
        const [entry] = await service.listMessageSuppressions()
        expect(entry).toMatchObject({
          ...{ channel: "email", address: "nobody-a@store.test" },
          ...{ reason: "bounce", message_id: id },
        })
        const address = "NOBODY-a@store.test"
        expect(await service.suppressionOf("email", address)).toBe("bounce")
        expect(await service.suppressionOf("sms", address)).toBeUndefined()
        await service.deleteMessageSuppressions([entry?.id ?? ""])
        await service.recordReports("email", bounce)
        expect(await service.suppressionOf("email", address)).toBeUndefined()
        await service.recordReports("email", [report(id, null, "unsubscribe")])
        expect(await service.suppressionOf("email", address)).toBe(
          "unsubscribe"
        )
        expect((await service.retrieveMessage(id)).status).toBe("bounced")
      })

      it("means nothing for a message of another channel, or of nobody", async () => {
        const id = await toNobody()
        await service.recordReports("sms", [
          report(id, "bounced", "bounce"),
          report("msg_nobody", "bounced", "bounce"),
        ])
        expect((await service.retrieveMessage(id)).status).toBe("queued")
        expect(await service.listMessageSuppressions()).toEqual([])
      })
    })

    describe("what is written to a group", () => {
      const NOTE: NewNote = {
        ...{ idempotency_key: "key-of-a-spec", recipients: 3 },
        ...{ subject: "News", text: "Hello", category: "news" },
        ...{ customer_group_id: "cusgroup_1", created_by: "user_1" },
      }
      const member = (
        id: string,
        email: string | null = `${id}@store.test`
      ) => ({
        ...{ id, email },
      })
      const cursorOf = async (id: string) => {
        const { cursor, queued_at } = await service.retrieveMessageNote(id)
        return { cursor, isQueued: queued_at !== null }
      }

      it("has one job, of eight identical ones at once", async () => {
        const ids = await Promise.all(
          Array.from({ length: 8 }, () => service.createNote(NOTE))
        )
        const [id, ...others] = ids.filter(Boolean)
        expect(others).toEqual([])
        expect(await jobs()).toMatchObject([
          { key: `note:${id}`, payload: { note_id: id } },
        ])
      })

      it("is queued a part at a time, each once, whoever else does it at the same time", async () => {
        const id = (await service.createNote(NOTE)) ?? ""
        const first = {
          ...{ note_id: id, after: null, isLast: false },
          members: [member("cus_1"), member("cus_2", null)],
        }
        await Promise.all([1, 2, 3].map(() => service.queueNoteBatch(first)))
        expect(await cursorOf(id)).toEqual({ cursor: "cus_2", isQueued: false })
        const last = {
          ...{ note_id: id, after: "cus_2", isLast: true },
          members: [member("cus_3"), member("cus_4", "CUS_1@Store.test")],
        }
        await service.queueNoteBatch(last)
        await service.queueNoteBatch({ ...last, after: "cus_4" })
        expect(await cursorOf(id)).toEqual({ cursor: "cus_4", isQueued: true })
        const messages = await service.listMessages({ subject_id: id })
        expect(messages.map(({ customer_id }) => customer_id).sort()).toEqual([
          "cus_1",
          "cus_3",
        ])
        expect(messages[0]).toMatchObject({ category: "news", cause: "note" })
        expect(await service.countNoteMessages([id])).toEqual([
          { note_id: id, status: "queued", count: 2 },
        ])
        const sending = (await jobs()).map(({ payload }) => payload)
        const ids = messages.map((message) => message.id)
        expect(
          sending.flatMap(
            (payload) => (payload as { ids?: string[] }).ids ?? []
          )
        ).toEqual(expect.arrayContaining(ids))
      })

      it("neither moves on nor is half there when its jobs cannot be queued", async () => {
        const id = (await service.createNote(NOTE)) ?? ""
        await pool.query("drop schema graphile_worker cascade")
        const members = [member("cus_1")]
        const batch = { note_id: id, after: null, members, isLast: true }
        await expect(service.queueNoteBatch(batch)).rejects.toThrow("graphile")
        expect(await cursorOf(id)).toEqual({ cursor: null, isQueued: false })
        expect(await service.listMessages()).toEqual([])
      })
    })

    it("a message that waits is taken back with its job, and no other", async () => {
      const id = await queued()
      expect(await service.cancelMessage(id)).toBe(true)
      expect(await jobs()).toEqual([])
      expect(await service.cancelMessage(id)).toBe(false)
      expect(await service.beginAttempt(id)).toBeUndefined()
    })

    it("the brand of two admins who save at once is one row, and null leaves it to the options", async () => {
      const wishes = { name: "Tea & Co", logo_url: null, color: "#112233" }
      await Promise.all(
        Array.from({ length: 8 }, () => service.saveBrand(wishes))
      )
      await service.saveBrand({ color: null, footer: "Since 1999" })
      expect(await service.listMessageBrands()).toHaveLength(1)
      expect(await service.readBrand()).toEqual({
        ...{ name: "Tea & Co", logo_url: null, color: null },
        ...{ background_color: null, address: null, footer: "Since 1999" },
      })
    })

    it("what was said is forgotten before that it was said; what waits stays", async () => {
      const at = (days: number) => new Date(Date.now() - days * 86_400_000)
      const made = async (key: string, days: number, status: string) => {
        const id = await queued({ idempotency_key: key })
        await pool.query(
          "update message set created_at = $2, status = $3, html = '<p>', text = 'Hi' where id = $1",
          [id, at(days), status]
        )
        return id
      }
      const young = await made("a", 10, "sent")
      const old = await made("b", 100, "sent")
      await made("c", 400, "failed")
      const waiting = await made("d", 400, "queued")
      const limits = { bodiesBefore: at(90), rowsBefore: at(365) }
      expect(await service.pruneMessages(limits)).toEqual({
        ...{ bodies: 1, rows: 1 },
      })
      const left = await service.listMessages({}, { order: { id: "ASC" } })
      expect(left.map(({ id, html }) => [id, html])).toEqual(
        [
          [young, "<p>"],
          [old, null],
          [waiting, "<p>"],
        ].sort(([one], [other]) => ((one ?? "") < (other ?? "") ? -1 : 1))
      )
      expect(await service.pruneMessages(limits)).toEqual({
        ...{ bodies: 0, rows: 0 },
      })
    })

    it("a mail of the local mailbox is kept once, below no message, and forgotten with what was said", async () => {
      const id = await queued()
      const keep = (sealed: string) =>
        service.keepMailboxMails([{ id, sealed }])
      await Promise.all(["a", "b", "c"].map(keep))
      await keep("the last attempt")
      expect(await service.listMailboxMails()).toMatchObject([
        { id, sealed: "the last attempt" },
      ])
      const { rows } = await pool.query("select message::text from message")
      expect(JSON.stringify(rows)).not.toContain("the last attempt")
      const now = new Date(Date.now() + 1000)
      await service.pruneMessages({
        bodiesBefore: now,
        rowsBefore: new Date(0),
      })
      expect(await service.listMailboxMails()).toEqual([])
    })

    it("nothing is forgotten before the archive has it", async () => {
      const old = new Date(Date.now() - 400 * 86_400_000)
      const id = await queued()
      await pool.query(
        "update message set created_at = $2, status = 'sent', html = '<p>', text = 'Hi' where id = $1",
        [id, old]
      )
      const now = new Date()
      const archived: Record<string, unknown>[] = []
      const prune = (archive: (rows: typeof archived) => Promise<void>) =>
        service.pruneMessages({ bodiesBefore: now, rowsBefore: old, archive })
      const full = () => Promise.reject(new Error("No space left on device"))
      await expect(prune(full)).rejects.toThrow("No space left")
      expect((await service.retrieveMessage(id)).html).toBe("<p>")
      await prune(async (rows) => {
        archived.push(...rows)
      })
      expect(archived).toMatchObject([{ id, html: "<p>", text: "Hi" }])
      expect((await service.retrieveMessage(id)).html).toBeNull()
    })
  },
})
