import { mkdtempSync } from "node:fs"
import { connect } from "node:net"
import path from "node:path"
import {
  logFolder,
  redis,
  shellEnvironment,
  temporaryFolder,
} from "./environment"
import { freePort } from "./ports"
import { startService } from "./processes"
import { waitFor } from "./wait-for"

export type Redis = {
  url: string
  /** The keys that match a pattern, such as "sess:*". */
  keys: (pattern: string) => Promise<string[]>
  stop: () => Promise<void>
}

/** One inline command, its answer as text: enough to look at keys without a Redis client. */
function ask(url: string, command: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port || 6379), hostname)
    let answer = ""
    socket.on("data", (chunk) => (answer += chunk.toString()))
    socket.on("error", reject)
    socket.on("close", () => resolve(answer))
    // QUIT makes Redis close the connection once it has answered.
    socket.end(`${command}\r\nQUIT\r\n`)
  })
}

async function answersPing(url: string) {
  try {
    return (await ask(url, "PING")).startsWith("+PONG")
  } catch {
    return false
  }
}

const looksLikeUrl = (text: string) => /^rediss?:\/\//.test(text)

async function startServer(program: string) {
  const port = await freePort()
  const service = startService({
    command: program,
    // Nothing is written to disk: the data go with the process.
    args: ["--port", String(port), "--bind", "127.0.0.1", "--save", ""],
    cwd: mkdtempSync(path.join(temporaryFolder(), "redis-")),
    env: shellEnvironment(),
    logFile: path.join(logFolder(), `redis-${port}.log`),
  })
  return { url: `redis://127.0.0.1:${port}`, stop: service.stop }
}

/** A throwaway redis-server, or the one that REDIS_URL names. */
export async function startRedis(): Promise<Redis> {
  const given = redis() ?? "redis-server"
  const server = looksLikeUrl(given)
    ? { url: given, stop: () => Promise.resolve() }
    : await startServer(given)
  await waitFor(() => answersPing(server.url), { what: "redis-server" })
  return {
    ...server,
    keys: async (pattern) => {
      const answer = await ask(server.url, `KEYS ${pattern}`)
      return answer.split("\r\n").filter((line) => !/^[*$+-]|^$/.test(line))
    },
  }
}
