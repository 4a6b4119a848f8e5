import { randomUUID } from "node:crypto"
import { constants } from "node:fs"
import fs from "node:fs/promises"
import path from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import {
  type ByteRange,
  type FileStat,
  type FileStore,
  noSuchFile,
  type WrittenFile,
} from "./file-store"
import {
  ensureFolder,
  folderOf,
  hasNoLinks,
  orNull,
  removeOlder,
  syncFolder,
} from "./folder"
import { measured } from "./measured"

/** No key begins with a dot, so that no file is ever called like it. */
const UNFINISHED = ".unfinished"
const DAY_MS = 86_400_000
/** A link is refused, and a pipe that somebody put there does not hold up the server. */
const READ_FLAGS =
  constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Private files in a folder of this machine that nothing serves. */
export class LocalStore implements FileStore {
  readonly #folder: string
  #root: Promise<string> | undefined

  constructor(folder: string) {
    this.#folder = folder
  }

  /** There is nobody else to send a file to: the caller streams it to `write`. */
  createUpload = () => Promise.resolve(null)

  /** Nobody else serves it: the caller streams what `read` gives. */
  createLink = () => Promise.resolve(null)

  /** All of it under its name, or nothing: the name is given once the bytes are on the disk. */
  async write(key: string, content: Readable): Promise<WrittenFile> {
    const { stream, result } = measured(content)
    const root = await this.#ready()
    const unfinished = path.join(root, UNFINISHED, randomUUID())
    try {
      const file = await fs.open(unfinished, "wx", 0o600)
      // Flushes to the disk, and closes the file whichever way it ends.
      await pipeline(stream, file.createWriteStream({ flush: true }))
      await this.#giveName(unfinished, root, key)
      return result()
    } catch (error) {
      stream.destroy()
      await fs.rm(unfinished, { force: true })
      throw error
    }
  }

  async stat(key: string): Promise<FileStat | null> {
    const file = await this.#open(key)
    try {
      return file && { size: (await file.stat()).size, content_type: null }
    } finally {
      await file?.close()
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const file = await this.#open(key)
    if (!file) {
      throw noSuchFile(key)
    }
    return file.createReadStream(range)
  }

  /** A second name for the same bytes: `write` never changes any, it gives the first name to others. */
  async copy(from: string, to: string): Promise<boolean> {
    if (!(await this.stat(from))) {
      return false
    }
    const root = await this.#ready()
    const unfinished = path.join(root, UNFINISHED, randomUUID())
    try {
      await fs.link(path.join(root, from), unfinished)
      await this.#giveName(unfinished, root, to)
    } catch (error) {
      if (!hasNoLinks(error)) {
        throw error
      }
      await this.write(to, await this.read(from))
    }
    return true
  }

  async delete(key: string): Promise<void> {
    const folder = await folderOf(await this.#ready(), key)
    if (folder) {
      await fs.rm(path.join(folder, path.basename(key)), { force: true })
    }
  }

  async #giveName(unfinished: string, root: string, key: string) {
    await ensureFolder(path.join(root, path.dirname(key)))
    const folder = (await folderOf(root, key)) ?? root
    await fs.rename(unfinished, path.join(folder, path.basename(key)))
    await syncFolder(folder)
  }

  /** A file: no folder, and no link to what lies elsewhere. */
  async #open(key: string): Promise<fs.FileHandle | null> {
    const folder = await folderOf(await this.#ready(), key)
    if (!folder) {
      return null
    }
    const name = path.join(folder, path.basename(key))
    const file = await orNull(fs.open(name, READ_FLAGS))
    if (!file || (await file.stat()).isFile()) {
      return file
    }
    await file.close()
    return null
  }

  /** @returns where the folder really lies; what a killed server left half-written goes after a day */
  #ready(): Promise<string> {
    this.#root ??= this.#prepare().catch((error: unknown) => {
      this.#root = undefined
      throw error
    })
    return this.#root
  }

  async #prepare(): Promise<string> {
    const root = await ensureFolder(this.#folder)
    const unfinished = await ensureFolder(path.join(root, UNFINISHED))
    await removeOlder(unfinished, Date.now() - DAY_MS)
    return root
  }
}
