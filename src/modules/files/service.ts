import path from "node:path"
import type { Readable } from "node:stream"
import { configManager } from "@medusajs/framework/config"
import { MedusaError } from "@medusajs/framework/utils"
import { checkFileKey } from "../../utils/file-key"
import { parseOptions } from "../../utils/options"
import { PrivateBucket } from "../../utils/private-bucket"
import type {
  ByteRange,
  FileStat,
  FileStore,
  LinkInput,
  Upload,
  UploadInput,
  WrittenFile,
} from "./file-store"
import { LocalStore } from "./local-store"
import { filesOptionsSchema } from "./options"
import { S3Store } from "./s3-store"

/** A build lies in `.medusa/<name>`, and the next one empties it. */
const BUILD = /^(.*?)[\\/]\.medusa(?:[\\/].*)?$/

const usualFolder = () =>
  path.resolve(configManager.baseDir.replace(BUILD, "$1"), ".store/files")

function openStore(options: unknown): FileStore {
  if (options === false) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The feature files is switched off"
    )
  }
  const { s3, dir } = parseOptions("files", filesOptionsSchema, options)
  return s3
    ? new S3Store(new PrivateBucket(s3))
    : new LocalStore(dir ?? usualFolder())
}

/**
 * Keeps files that nobody may read without having been let in, in S3 or in a folder of this
 * machine. Keys are made by the features; a key that could leave its folder is refused.
 */
export default class FilesModuleService {
  readonly #options: { files?: unknown }
  #opened: FileStore | undefined

  /** Called by Medusa, with the suite's options. */
  constructor(_dependencies: unknown, options: { files?: unknown } = {}) {
    this.#options = options
  }

  /**
   * A signed request with which a browser sends a file straight to S3.
   * @returns null when files lie on this machine: stream the content to `write` instead
   * @example await files.createUpload({ key: "digital/1.pdf", content_type: "application/pdf", size: 1024 })
   */
  async createUpload(input: UploadInput): Promise<Upload | null> {
    checkFileKey(input.key)
    return this.#store.createUpload(input)
  }

  /**
   * Stores a stream, whole or not at all, with little memory; what was there before is replaced.
   * @returns its size in bytes and its SHA-256 in hexadecimal
   * @throws what the stream throws
   */
  async write(key: string, content: Readable): Promise<WrittenFile> {
    return this.#store.write(checkFileKey(key), content)
  }

  /** @returns null when there is no such file */
  async stat(key: string): Promise<FileStat | null> {
    return this.#store.stat(checkFileKey(key))
  }

  /**
   * The bytes of a file, or of a part of it.
   * @throws not_found when there is no such file
   * @example await pipeline(await files.read("digital/1.pdf", { start: 0, end: 99 }), response)
   */
  async read(key: string, range?: ByteRange): Promise<Readable> {
    return this.#store.read(checkFileKey(key), range)
  }

  /**
   * A link that saves a file under a name, for 300 seconds at most.
   * @returns null when files lie on this machine: send what `read` gives
   * @example await files.createLink({ key: "digital/1.pdf", filename: "Pattern.pdf" })
   */
  async createLink(input: LinkInput): Promise<string | null> {
    checkFileKey(input.key)
    return this.#store.createLink(input)
  }

  /**
   * The same content under a key of its own: what is written to the first one later does not change it.
   * @returns whether there is such a file
   * @example await files.copy("digital/1/upload", "digital/1/checked")
   */
  async copy(from: string, to: string): Promise<boolean> {
    return this.#store.copy(checkFileKey(from), checkFileKey(to))
  }

  /** Removes a file; one that is not there is fine. */
  async delete(key: string): Promise<void> {
    await this.#store.delete(checkFileKey(key))
  }

  get #store(): FileStore {
    this.#opened ??= openStore(this.#options.files)
    return this.#opened
  }
}
