import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { rangeOf, type WholeRange } from "../../utils/byte-range"
import { attachmentNamed } from "../../utils/content-disposition"

/** A private file on its way to somebody who was let in. */
export type OutgoingFile = {
  /** What it is saved as; any text is made safe. */
  filename: string
  /** @default "application/octet-stream" */
  content_type?: string
  /** Bytes. */
  size: number
  /** What its bytes are known by, such as their SHA-256: an interrupted download goes on only with the same. */
  etag?: string
  /** Opens its bytes; called once, and not for HEAD. */
  open: (range?: WholeRange) => Promise<Readable>
}

/**
 * Answers with a file to be saved: whole (200), the range that was asked for (206), or 416. It is streamed as
 * the client takes it, kept by nobody on the way, and let go when the client does.
 * @throws what opening the file throws: until then nothing is answered
 * @example
 * const { size } = await files.stat(key)
 * await sendFile(req, res, { filename, size, open: (range) => files.read(key, range) })
 */
export async function sendFile(
  req: MedusaRequest,
  res: MedusaResponse,
  file: OutgoingFile
): Promise<void> {
  const range = rangeOf(askedRange(req, file), file.size)
  if (range === "unsatisfiable") {
    setPrivate(res)
    res.setHeader("Content-Range", `bytes */${file.size}`)
    res.status(416).end()
    return
  }
  const part = range === "whole" ? undefined : range
  const content = req.method === "HEAD" ? undefined : await file.open(part)
  setHead(res, file, part)
  if (!content) {
    res.end()
    return
  }
  try {
    await pipeline(content, res)
  } catch (error) {
    // The answer is under way: a connection cut short is all that can tell, and the client may have cut it.
    req.scope
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`[files] a download ended early: ${(error as Error).message}`)
  }
}

/** With `If-Range` only for the file that the client has a part of already. */
function askedRange(req: MedusaRequest, { etag }: OutgoingFile) {
  const { range, "if-range": known } = req.headers
  return known === undefined || (etag && known === quoted(etag))
    ? range
    : undefined
}

/** An entity tag must not hold what ends a header or a quote. */
const quoted = (etag: string) => `"${etag.replace(/[^\w.:-]/g, "")}"`

/** `no-transform`: what a proxy compresses has no ranges any more. */
function setPrivate(res: MedusaResponse) {
  res.setHeader("Cache-Control", "private, no-store, no-transform")
  res.setHeader("Accept-Ranges", "bytes")
  res.setHeader("X-Content-Type-Options", "nosniff")
}

function setHead(
  res: MedusaResponse,
  { filename, content_type, size, etag }: OutgoingFile,
  part: WholeRange | undefined
) {
  setPrivate(res)
  res.status(part ? 206 : 200)
  res.setHeader("Content-Type", typeOf(content_type))
  res.setHeader("Content-Disposition", attachmentNamed(filename))
  res.setHeader("Content-Length", part ? part.end - part.start + 1 : size)
  if (part) {
    res.setHeader("Content-Range", `bytes ${part.start}-${part.end}/${size}`)
  }
  if (etag) {
    res.setHeader("ETag", quoted(etag))
  }
}

const typeOf = (given: string | undefined) =>
  given && /^[\w.+-]+\/[\w.+-]+$/.test(given)
    ? given
    : "application/octet-stream"
