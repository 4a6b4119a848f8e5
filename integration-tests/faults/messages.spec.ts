import { randomInt, randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { cartReadyToPay, completeCart } from "../helpers/carts"
import { adminClient } from "../helpers/clients"
import { type Database, query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../helpers/mail-server"
import type { AdminMessageNoteResponse } from "../../src/types/messages-notes"
import { expectOk } from "../helpers/http"
import { guestGroup, written } from "../helpers/messages-writing"
import { freePort } from "../helpers/ports"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const KILLS = isFull() ? 10 : 2
const ORDERS = 4
/** More than one batch of those that are queued together. */
const MEMBERS = isFull() ? 5000 : 1200
const MINUTE = 60_000

/** What is under way when a server dies may come twice: a mail of each job, */
const AT_ONCE = 4
/** and of what goes to a group those that are noted as sent together, in each of its lanes. */
const [LANES, NOTED_TOGETHER] = [2, 25]

describe("a server that dies between payment and mail", () => {
  let database: Database
  let mails: MailServer
  let server: Server
  let port: number
  let variantId: string

  const start = async (name: string) => {
    server = await startServer({
      name: `messages-${name}`,
      databaseUrl: database.url,
      port,
      env: mailEnvironment(mails),
    })
  }

  beforeAll(async () => {
    mails = await startMailServer()
    port = await freePort()
    database = await seededDatabase()
    await start("0")
    const stock = KILLS * ORDERS + 5
    variantId = (await createProduct({ stock, url: server.url })).variantId
  }, 3 * MINUTE)

  afterAll(async () => {
    await server?.stop()
    await mails?.stop()
    await database?.drop()
  })

  const buy = async () => {
    const email = `buyer-${randomUUID()}@store.test`
    const { sdk, cart } = await cartReadyToPay({
      ...{ url: server.url, email, variantId },
    })
    await completeCart(sdk, cart.id)
    return email
  }

  const unsent = () =>
    query(database.url, "select from message where status <> 'sent'")

  it(
    `mails every order, killed ${KILLS} times; what comes twice is the same mail`,
    async () => {
      const buyers: string[] = []
      const seconds: number[] = []
      for (let kill = 1; kill <= KILLS; kill++) {
        const orders = Array.from({ length: ORDERS }, buy)
        buyers.push(...(await Promise.all(orders)))
        // A fact is looked at three seconds after its order: some are killed before, some amidst their mails.
        await sleep(randomInt(6000))
        await server.kill()
        const since = Date.now()
        await start(String(kill))
        await waitFor(
          async () => buyers.every((email) => mails.to(email).length > 0),
          {
            what: `the mails of ${buyers.length} orders`,
            timeoutMs: 2 * MINUTE,
          }
        )
        seconds.push((Date.now() - since) / 1000)
      }
      console.log(
        `all mails there after ${seconds.join(" s, ")} s; ${mails.mails.length} for ${buyers.length} orders`
      )
      const repeats = mails.mails.length - buyers.length
      expect(repeats).toBeLessThanOrEqual(KILLS * AT_ONCE)
      for (const email of buyers) {
        const ids = mails.to(email).map(({ messageId }) => messageId)
        expect(new Set(ids).size).toBe(1)
      }
      await waitFor(async () => (await unsent()).length === 0, {
        what: "all of them to be noted as sent",
      })
    },
    KILLS * 4 * MINUTE
  )

  it(
    `writes to each of a group, killed ${KILLS} times while the messages are queued; who gets it twice gets the same mail`,
    async () => {
      const group = await guestGroup(MEMBERS, database.url)
      const admin = await adminClient({ url: server.url })
      const { note } = await expectOk(
        admin.post<AdminMessageNoteResponse>(
          "/admin/messages",
          written({ customer_group_id: group, subject: "For all of you" })
        )
      )
      for (let kill = 1; kill <= KILLS; kill++) {
        await sleep(randomInt(1500))
        await server.kill()
        await start(`group-${kill}`)
      }
      const count = async (more = "") =>
        (
          await query<{ count: number }>(
            database.url,
            `select count(distinct customer_id)::int as count from message where subject_id = $1 ${more}`,
            [note.id]
          )
        )[0]?.count
      await waitFor(
        async () => (await count("and status = 'sent'")) === MEMBERS,
        {
          what: `the mails to ${MEMBERS} customers`,
          timeoutMs: 4 * MINUTE,
          intervalMs: 1000,
        }
      )
      const rows = await query(
        database.url,
        "select from message where subject_id = $1",
        [note.id]
      )
      expect(rows).toHaveLength(MEMBERS)
      const got = mails.mails.filter(
        ({ subject }) => subject === "For all of you"
      )
      expect(new Set(got.flatMap(({ recipients }) => recipients)).size).toBe(
        MEMBERS
      )
      expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(MEMBERS)
      expect(got.length - MEMBERS).toBeLessThanOrEqual(
        KILLS * (LANES * NOTED_TOGETHER + AT_ONCE)
      )
      console.log(`${got.length} mails for ${MEMBERS} customers`)
    },
    (KILLS + 5) * MINUTE
  )
})
