import { connect } from "node:net"
import { once } from "node:events"
import { randomUUID } from "node:crypto"
import { anonymousClient } from "../../helpers/clients"
import { query } from "../../helpers/database"
import { databaseUrl } from "../../helpers/environment"
import { httpClient } from "../../helpers/http"

const HOOK = "/hooks/payment/system_default"

/** Other specs' webhooks come to the same server meanwhile. */
const SENDER = `gateway ${randomUUID()}`

const countRows = async () => {
  const [row] = await query<{ count: number }>(
    databaseUrl(),
    "select count(*)::int as count from payment_webhook where headers->>'user-agent' = $1",
    [SENDER]
  )
  return row?.count
}

describe("a webhook at the door", () => {
  const client = httpClient(anonymousClient().url, { "user-agent": SENDER })

  it.each([
    ["nobody", "/hooks/payment/nobody", { a: 1 }, 404],
    [
      "another entry of the container",
      "/hooks/payment/../logger",
      { a: 1 },
      404,
    ],
    ["a prototype's property", "/hooks/payment/__proto__", { a: 1 }, 404],
    ["broken JSON", HOOK, "{", 400],
    ["no body", HOOK, "", 400],
    ["half a megabyte and more", HOOK, { a: "x".repeat(530_000) }, 413],
    ["broken encoding", "/hooks/payment/%E0%A4%A", { a: 1 }, 400],
  ])("is refused and not stored: %s", async (_, path, body, status) => {
    const before = await countRows()
    const reply = await client.post(path, body)
    expect(reply.status).toBe(status)
    expect(JSON.stringify(reply.body)).not.toContain("node_modules")
    expect(await countRows()).toBe(before)
  })

  it("is refused when it is no JSON and no form", async () => {
    const reply = await client.post(HOOK, "<a/>", {
      headers: { "content-type": "application/xml" },
    })
    expect(reply.status).toBe(400)
  })

  it("is not there for GET", async () => {
    expect((await client.get(HOOK)).status).toBe(404)
  })

  it("leaves nothing when the gateway hangs up half-way", async () => {
    const before = await countRows()
    const socket = connect(Number(new URL(client.url).port), "127.0.0.1")
    await once(socket, "connect")
    socket.write(
      `POST ${HOOK} HTTP/1.1\r\nhost: a\r\nuser-agent: ${SENDER}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"a":`
    )
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await countRows()).toBe(before)
  })

  it("is taken with more than Medusa's own 100 kB", async () => {
    const body = { note: randomUUID(), text: "x".repeat(200_000) }
    expect((await client.post(HOOK, body)).status).toBe(200)
  })

  it("is stored once, of five identical ones, and answered within a second", async () => {
    const before = (await countRows()) ?? 0
    const body = { note: randomUUID() }
    const since = Date.now()
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => client.post(HOOK, body))
    )
    expect(Date.now() - since).toBeLessThan(1000)
    expect(replies.map(({ status }) => status)).toEqual(Array(5).fill(200))
    expect(await countRows()).toBe(before + 1)
  })
})
