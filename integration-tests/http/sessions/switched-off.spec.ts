/** Off, Medusa is as it was: its tokens are its own, nothing is written, nothing lies on its tables. */
import { freshCustomer } from "../../helpers/clients"
import { query, seededDatabase } from "../../helpers/database"
import { type Server, startServer } from "../../helpers/server"
import {
  authClient,
  claimsOf,
  cookieFor,
  refresh,
  statusOf,
  withToken,
} from "../../helpers/sessions"
import { waitFor } from "../../helpers/wait-for"

const TRIGGERS =
  "select from pg_trigger where tgname like 'commerce_suite_sessions_%'"

describe("with sessions switched off", () => {
  let server: Server
  let drop: () => Promise<void>
  let before: string

  beforeAll(async () => {
    const database = await seededDatabase()
    drop = () => database.drop()
    const { url: databaseUrl } = database
    const on = await startServer({ name: "sessions-on", databaseUrl })
    before = (await freshCustomer({ url: on.url })).token
    await on.stop()
    server = await startServer({
      ...{ name: "sessions-off", databaseUrl },
      env: { SUITE_FEATURES_OFF: "sessions" },
    })
  }, 240_000)
  afterAll(async () => {
    await server?.stop()
    await drop?.()
  })

  it("tokens are Medusa's, those of before go on, and nothing is written", async () => {
    const { url, databaseUrl } = server
    expect(await statusOf(before, { url })).toBe(200)
    const { token } = await freshCustomer({ url })
    expect(claimsOf(token).sid).toBeUndefined()
    const newer = (await refresh(token, url)).body.token ?? ""
    expect(await statusOf(newer, { url })).toBe(200)
    expect((await cookieFor(newer, { url })).status).toBe(200)
    const rows = await query(
      databaseUrl,
      "select from auth_session where auth_identity_id = $1",
      [claimsOf(token).auth_identity_id]
    )
    expect(rows).toEqual([])
    await waitFor(
      async () => (await query(databaseUrl, TRIGGERS)).length === 0,
      { what: "the triggers to go" }
    )
  })

  it("its routes are gone", async () => {
    const { url } = server
    const { token, client } = await freshCustomer({ url })
    const answers = await Promise.all([
      client.get("/store/customers/me/sessions"),
      client.post("/store/customers/me/sessions/end"),
      withToken(token, url).get("/auth/token"),
      authClient({}, url).post("/auth/logout"),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })
})
