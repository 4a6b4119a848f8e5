/** Off, Medusa is as it was: nothing is guarded, and nothing of the suite's is in its tables. */
import { randomUUID } from "node:crypto"
import { adminClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { httpClient } from "../../helpers/http"
import { type Server, startServer } from "../../helpers/server"
import { freshIp, guess, signIn } from "../../helpers/sign-in"
import { waitFor } from "../../helpers/wait-for"

describe("with sign-in and request-guards switched off", () => {
  let server: Server

  beforeAll(async () => {
    server = await startServer({
      name: "sign-in-off",
      env: { SUITE_FEATURES_OFF: "sign-in,request-guards" },
    })
  }, 180_000)
  afterAll(() => server?.stop())

  const decoys = () =>
    query(
      server.databaseUrl,
      `select id from provider_identity where entity_id like '%.invalid'`
    )

  it("every password is taken, and every guess is heard", async () => {
    const at = { url: server.url, ip: freshIp() }
    const login = { email: `${randomUUID()}@store.test`, password: "a" }
    const client = httpClient(server.url)
    const path = "/auth/customer/emailpass/register"
    expect((await client.post(path, login)).status).toBe(200)
    const statuses = await guess(12, login.email, at)
    expect(new Set(statuses)).toEqual(new Set([401]))
    const { status, device } = await signIn(login, at)
    expect({ status, device }).toEqual({ status: 200, device: "" })
    await guess(1, `nobody-${login.email}`, at)
    await waitFor(async () => (await decoys()).length === 0, {
      what: "nobody's login to go",
    })
  })

  it("answers have no headers of the suite's, and pages any length", async () => {
    const { headers } = await httpClient(server.url).get("/health")
    expect(headers.get("x-content-type-options")).toBeNull()
    expect(headers.get("x-powered-by")).toBe("Express")
    const admin = await adminClient({ url: server.url })
    expect((await admin.get("/admin/regions?limit=99999")).status).toBe(200)
  })

  it("workflows run by hand, or are unknown", async () => {
    const admin = await adminClient({ url: server.url })
    const path = "/admin/workflows-executions/no-such-workflow/run"
    const { status } = await admin.post(path, { input: {} })
    expect(status).not.toBe(403)
  })
})
