import { createHash } from "node:crypto"
import { Readable } from "node:stream"
import type { WrittenFile } from "./file-store"

/**
 * The same content, measured on its way; `result` is right once all of it went through. What is left unread stays
 * the caller's: it may be a request that still waits for its answer.
 */
export function measured(content: Readable): {
  stream: Readable
  result: () => WrittenFile
} {
  const hash = createHash("sha256")
  let size = 0
  async function* chunks() {
    const source: AsyncIterable<Buffer | string> = content.iterator({
      destroyOnReturn: false,
    })
    for await (const chunk of source) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk
      hash.update(bytes)
      size += bytes.length
      yield bytes
    }
  }
  return {
    stream: Readable.from(chunks(), { objectMode: false }),
    result: () => ({ size, sha256: hash.digest("hex") }),
  }
}
