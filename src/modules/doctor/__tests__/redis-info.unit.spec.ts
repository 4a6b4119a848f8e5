import { once } from "node:events"
import { type AddressInfo, createServer, type Server } from "node:net"
import { redisInfo } from "../redis-info"

const INFO = "redis_version:7.2.0\r\nmaxmemory_policy:allkeys-lru\r\n"
let server: Server
let received: string

async function serve(answer: string) {
  received = ""
  server = createServer((socket) => {
    socket.on("data", (chunk: Buffer) => (received += chunk.toString()))
    socket.end(answer)
  }).listen(0, "127.0.0.1")
  await once(server, "listening")
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => server.close())

it("reads what Redis tells of itself", async () => {
  const url = await serve(`$${INFO.length}\r\n${INFO}\r\n+OK\r\n`)
  expect(await redisInfo(url)).toMatchObject({
    redis_version: "7.2.0",
    maxmemory_policy: "allkeys-lru",
  })
})

it("logs in with the name and password of the URL", async () => {
  const url = new URL(
    await serve(`+OK\r\n$${INFO.length}\r\n${INFO}\r\n+OK\r\n`)
  )
  url.username = "store"
  url.password = "p@ss word"
  await redisInfo(url.href)
  expect(received).toContain("AUTH\r\n$5\r\nstore\r\n$9\r\np@ss word\r\n")
})

it("passes on what Redis refuses", async () => {
  const url = await serve("-NOAUTH Authentication required.\r\n")
  await expect(redisInfo(url)).rejects.toThrow("NOAUTH")
})
