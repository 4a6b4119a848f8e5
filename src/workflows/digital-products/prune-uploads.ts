import type { MedusaContainer } from "@medusajs/framework/types"
import { digitalOf, filesOf } from "./service-of"
import { uploadKey } from "./upload-key"

const HOUR_MS = 3_600_000

const ago = (now: Date, hours: number) =>
  new Date(now.getTime() - hours * HOUR_MS)

/** Files whose bytes did not come within a day. */
export async function forgetGivenUp(
  container: MedusaContainer,
  now: Date
): Promise<void> {
  const left = await digitalOf(container).listDigitalFiles(
    { status: "uploading", created_at: { $lt: ago(now, 24) } },
    { take: 500, select: ["id", "storage_key"] }
  )
  for (const { id, storage_key } of left) {
    await filesOf(container).delete(storage_key)
    await digitalOf(container).softDeleteDigitalFiles(id)
  }
}

/**
 * What came where a file is uploaded after it was looked at, or deleted: it is served to nobody. Whoever began it may
 * write there for an hour; three days, so that a store that stood still for two nights forgets none.
 */
export async function emptyUploads(
  container: MedusaContainer,
  now: Date
): Promise<void> {
  const files = await digitalOf(container).listDigitalFiles(
    { created_at: { $gt: ago(now, 72), $lt: ago(now, 2) } },
    {
      ...{ take: null, withDeleted: true },
      select: [
        ...["id", "digital_product_id", "status", "storage_key", "deleted_at"],
      ],
    }
  )
  for (const file of files) {
    const { status, storage_key, deleted_at } = file
    const isNeeded = status === "checking" || storage_key === uploadKey(file)
    if (deleted_at || !isNeeded) {
      await filesOf(container).delete(uploadKey(file))
    }
  }
}
