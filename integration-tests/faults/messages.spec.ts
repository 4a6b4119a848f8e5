import { randomInt, randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { cartReadyToPay, completeCart } from "../helpers/carts"
import { type Database, query, seededDatabase } from "../helpers/database"
import { isFull } from "../helpers/environment"
import {
  mailEnvironment,
  type MailServer,
  startMailServer,
} from "../helpers/mail-server"
import { freePort } from "../helpers/ports"
import { createProduct } from "../helpers/products"
import { type Server, startServer } from "../helpers/server"
import { waitFor } from "../helpers/wait-for"

const KILLS = isFull() ? 10 : 2
const ORDERS = 4
const MINUTE = 60_000

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
})
