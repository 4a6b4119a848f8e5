import { Readable, Transform } from "node:stream"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { filesOf, findFile } from "./service-of"

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
  const limited = content.compose(exactly(file.size)) as Readable
  await filesOf(container).write(file.storage_key, limited)
}

/** Ends with an error instead of more bytes, or at the end instead of too few. */
function exactly(size: number) {
  let count = 0
  const wrong = () =>
    new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `body: must be ${size} bytes long`
    )
  return new Transform({
    transform(piece: Buffer, _, done) {
      count += piece.length
      done(count > size ? wrong() : null, piece)
    },
    flush(done) {
      done(count === size ? null : wrong())
    },
  })
}
