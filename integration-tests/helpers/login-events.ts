import { request } from "node:http"
import { query } from "./database"
import { signToken } from "../../src/utils/signed-token"
import { baseUrl, databaseUrl, storeEnvironment } from "./environment"
import { waitFor } from "./wait-for"

export type EventRow = {
  outcome: string
  actor_type: string
  actor_id: string | null
  identifier_hash: string | null
  provider: string | null
  ip: string | null
  browser: string | null
  device_kind: string
  is_new_device: boolean
  is_first_login: boolean
}

/** What is written of one actor, oldest first, once there are so many. */
export const eventsOf = (
  actorId: string,
  least: number,
  url = databaseUrl()
): Promise<EventRow[]> =>
  waitFor(
    async () => {
      const rows = await query<EventRow>(
        url,
        "select * from login_event where actor_id = $1 order by occurred_at, id",
        [actorId]
      )
      return rows.length >= least ? rows : undefined
    },
    { what: `${least} login events of ${actorId}` }
  )

/** What the mail about a customer's last new device carries. */
export async function mailedDeviceToken(customerId: string): Promise<string> {
  const [device] = await query<{ id: string }>(
    databaseUrl(),
    "select id from login_device where actor_id = $1 order by first_seen_at desc limit 1",
    [customerId]
  )
  const expiresAt = new Date(Date.now() + 60_000)
  return signToken(
    { purpose: "login-events.disown", id: device?.id ?? "", expiresAt },
    storeEnvironment().SUITE_SECRET ?? ""
  )
}

type Raw = {
  method: string
  path: string
  body?: unknown
  headers?: Record<string, string>
  url?: string
}

/** For what `fetch` refuses to send, such as a GET with a body. @returns the status */
export const rawRequest = ({
  method,
  path,
  body,
  headers = {},
  url = baseUrl(),
}: Raw): Promise<number> =>
  new Promise((resolve, reject) => {
    const text = JSON.stringify(body ?? {})
    const { hostname, port } = new URL(url)
    const sent = request(
      {
        ...{ hostname, port, method, path },
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(text),
          ...headers,
        },
      },
      (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode ?? 0))
      }
    )
    sent.on("error", reject).end(text)
  })
