import { baseUrl, publishDatabaseUrl } from "./environment"
import { type Server, startServer } from "./server"

/** The one server of the tier. Jest's setup and teardown share this process. */
const tierServer: { current?: Server } = ((
  globalThis as { suiteTierServer?: { current?: Server } }
).suiteTierServer ??= {})

export default async function startTierServer(
  _: unknown,
  { displayName }: { displayName?: { name: string } }
) {
  const port = Number(new URL(baseUrl()).port)
  const name = `tier-${displayName?.name ?? port}`
  tierServer.current = await startServer({ name, port })
  publishDatabaseUrl(tierServer.current.databaseUrl)
}

export async function stopTierServer() {
  await tierServer.current?.stop()
}
