import fs from "node:fs/promises"
import path from "node:path"
import { MedusaError } from "@medusajs/framework/utils"

const PRIVATE_FOLDER = 0o700

/** Of a path that is not there, or goes through what is no folder. */
export const isMissing = (error: unknown) =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")

/** Of a file system that gives a file one name only, such as a mounted bucket. */
export const hasNoLinks = (error: unknown) =>
  ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"].includes(
    (error as NodeJS.ErrnoException).code ?? ""
  )

/** What a promise gives, or null when there is no such path. */
export async function orNull<Result>(
  work: Promise<Result>
): Promise<Result | null> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) {
      return null
    }
    throw error
  }
}

/** Makes a folder that only the store's user may enter. @returns where it really lies */
export async function ensureFolder(folder: string): Promise<string> {
  await fs.mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER })
  return fs.realpath(folder)
}

/**
 * The folder of a key below the root, or null when it is not there.
 * @throws when a link would lead out of it
 */
export async function folderOf(
  root: string,
  key: string
): Promise<string | null> {
  const folder = path.join(root, path.dirname(key))
  const real = await orNull(fs.realpath(folder))
  if (real !== null && real !== folder) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The folder of ${key} is a link: the files folder must hold plain folders`
    )
  }
  return real
}

/** A name given by a rename outlives a power cut only when its folder is on the disk too. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Removes the files of a folder that nobody touched since a moment. */
export async function removeOlder(folder: string, moment: number) {
  for (const name of await fs.readdir(folder)) {
    const file = path.join(folder, name)
    const stat = await orNull(fs.lstat(file))
    if (stat && stat.mtimeMs < moment) {
      await fs.rm(file, { force: true })
    }
  }
}
