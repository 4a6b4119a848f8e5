import type { IncomingMessage, Server } from "node:http"

/** On this machine only. @returns its URL */
export async function listenLocally(server: Server, port = 0): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen({ port, host: "127.0.0.1" }, resolve)
  })
  const address = server.address()
  const bound = typeof address === "object" ? address?.port : port
  return `http://127.0.0.1:${bound}`
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

export async function bodyText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString()
}
