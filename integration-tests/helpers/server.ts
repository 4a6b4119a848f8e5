import path from "node:path"
import { type Database, seededDatabase } from "./database"
import { appFolder, logFolder, storeEnvironment } from "./environment"
import { freePort } from "./ports"
import { type Service, startService } from "./processes"
import { waitFor } from "./wait-for"

export const ROOT = path.resolve(__dirname, "../..")

export const MEDUSA_CLI = path.join(ROOT, "node_modules/@medusajs/cli/cli.js")
const BOOT_LIMIT = 120_000

type ServerOptions = {
  /** Names its log file. */
  name: string
  /** Added to the environment of all test stores. */
  env?: Record<string, string>
  /** @default a copy of the seeded template, dropped with the server */
  databaseUrl?: string
  /** @default a free one */
  port?: number
  /** Where the built app lies. @default the one that the run made of this repository */
  directory?: string
}

export type Server = Service & { url: string; databaseUrl: string }

/** The last lines that an operator would look at. */
const tail = (log: string) => log.trim().split("\n").slice(-25).join("\n")

async function answers(url: string) {
  try {
    return (await fetch(`${url}/health`)).ok
  } catch {
    return false
  }
}

async function untilReady(service: Service, url: string) {
  await waitFor(async () => service.hasEnded() || (await answers(url)), {
    what: `the server at ${url}`,
    timeoutMs: BOOT_LIMIT,
  })
  if (service.hasEnded()) {
    throw new Error(`The server did not start:\n${tail(service.log())}`)
  }
}

/** `medusa start` of a built app, without waiting: for specs whose server must refuse to start. */
export function spawnServer({
  name,
  env = {},
  databaseUrl,
  port,
  directory = appFolder(),
}: ServerOptions & { databaseUrl: string; port: number }): Server {
  const url = `http://localhost:${port}`
  const service = startService({
    command: process.execPath,
    args: [MEDUSA_CLI, "start", "--host", "127.0.0.1", "--port", String(port)],
    cwd: directory,
    env: {
      ...storeEnvironment(),
      // What is due at a later moment, as each fact is, shall not keep a spec waiting for the next poll.
      JOBS_POLL_INTERVAL_MS: "250",
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      BACKEND_URL: url,
      ...env,
    },
    logFile: path.join(logFolder(), `${name}.log`),
  })
  return { ...service, url, databaseUrl }
}

/**
 * A store of its own for a spec file that needs other options than the tier's server.
 * @example
 * const server = await startServer({ name: "testimonials-off", env: { SUITE_FEATURES_OFF: "testimonials" } })
 * // … storeClient({ url: server.url }) …
 * await server.stop()
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const own: Database | undefined = options.databaseUrl
    ? undefined
    : await seededDatabase()
  const databaseUrl = options.databaseUrl ?? own?.url ?? ""
  const port = options.port ?? (await freePort())
  const server = spawnServer({ ...options, databaseUrl, port })
  const stop = async () => {
    await server.stop()
    await own?.drop()
  }
  try {
    await untilReady(server, server.url)
  } catch (error) {
    await stop()
    throw error
  }
  return { ...server, stop }
}
