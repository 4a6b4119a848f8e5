import { connect as connectPlain } from "node:net"
import { connect as connectTls } from "node:tls"
import { MedusaError } from "@medusajs/framework/utils"

const PATIENCE_MS = 5_000

/** One command in Redis's protocol. */
const command = (...words: string[]) =>
  [
    `*${words.length}`,
    ...words.flatMap((word) => [`$${Buffer.byteLength(word)}`, word]),
    "",
  ].join("\r\n")

function commands({ username, password }: URL): string {
  const login = [decodeURIComponent(username), decodeURIComponent(password)]
  return [
    ...(password ? [command("AUTH", ...login.filter(Boolean))] : []),
    command("INFO"),
    command("QUIT"),
  ].join("")
}

function open({ protocol, hostname, port }: URL) {
  const address = { host: hostname, port: Number(port || 6379) }
  return protocol === "rediss:"
    ? connectTls({ ...address, servername: hostname })
    : connectPlain(address)
}

function ask(url: URL): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(url)
    let answer = ""
    socket.setTimeout(PATIENCE_MS, () =>
      socket.destroy(new Error(`no answer within ${PATIENCE_MS} ms`))
    )
    socket.on("data", (chunk: Buffer) => (answer += chunk.toString()))
    socket.on("error", reject)
    // QUIT makes Redis close the connection once it has answered.
    socket.on("close", () => resolve(answer))
    socket.write(commands(url))
  })
}

/**
 * What Redis tells of itself, without a client library: hosts have ioredis in different places.
 * @throws when it does not answer, or answers with an error
 */
export async function redisInfo(url: string): Promise<Record<string, string>> {
  const answer = await ask(new URL(url))
  const lines = answer.split("\r\n")
  const error = lines.find((line) => line.startsWith("-"))
  if (error) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error.slice(1))
  }
  const pairs = lines
    .map((line) => /^(\w+):(.*)$/.exec(line))
    .filter((match) => match !== null)
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
}
