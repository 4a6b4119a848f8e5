import { Readable } from "node:stream"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { filesOf, findFile } from "./service-of"
import { uploadKey } from "./upload-key"

/**
 * Takes a file's bytes as they come and keeps them, whole or not at all. Again, as long as the
 * file was not looked at, replaces what came before.
 *
 * @throws NOT_FOUND, NOT_ALLOWED once it was looked at, INVALID_DATA for more or fewer bytes than were told
 */
export async function receiveDigitalFile(
  container: Pick<MedusaContainer, "resolve">,
  which: { product_id: string; file_id: string },
  content: Readable
): Promise<void> {
  const file = await findFile(container, which)
  if (file.status !== "uploading") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The file is there already"
    )
  }
  const bytes = Readable.from(exactly(content, file.size), {
    objectMode: false,
  })
  await filesOf(container).write(uploadKey(file), bytes)
}

/** Ends with an error instead of more bytes, or at the end instead of too few. The request itself waits for its answer. */
async function* exactly(content: Readable, size: number) {
  let count = 0
  const pieces: AsyncIterable<Buffer> = content.iterator({
    destroyOnReturn: false,
  })
  for await (const piece of pieces) {
    count += piece.length
    if (count > size) {
      throw wrong(size)
    }
    yield piece
  }
  if (count !== size) {
    throw wrong(size)
  }
}

const wrong = (size: number) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `body: must be ${size} bytes long`
  )
