import type { Readable } from "node:stream"
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3ServiceException,
} from "@aws-sdk/client-s3"
import { Upload as MultipartUpload } from "@aws-sdk/lib-storage"
import { getSignedUrl } from "@aws-sdk/s3-request-presigner"
import { attachmentNamed } from "../../utils/content-disposition"
import type { PrivateBucket } from "../../utils/private-bucket"
import {
  type ByteRange,
  type FileStat,
  type FileStore,
  type LinkInput,
  noSuchFile,
  type Upload,
  type UploadInput,
  type WrittenFile,
} from "./file-store"
import { measured } from "./measured"

/** Nobody between the store and the buyer keeps a copy. */
const NO_COPIES = "private, no-store"
const LONGEST_UPLOAD = 3600
const USUAL_UPLOAD = 900
const LONGEST_LINK = 300

const isMissing = (error: unknown) =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404

const seconds = (wanted: number, longest: number) =>
  Math.max(1, Math.min(Math.floor(wanted), longest))

/** Private files in an S3-compatible store; browsers send and fetch them there. */
export class S3Store implements FileStore {
  readonly #place: PrivateBucket

  constructor(place: PrivateBucket) {
    this.#place = place
  }

  /** Type, length and privacy are part of the signature: nothing else is taken. */
  async createUpload(input: UploadInput): Promise<Upload> {
    const { key, content_type, size } = input
    const expiresIn = seconds(input.expires_in ?? USUAL_UPLOAD, LONGEST_UPLOAD)
    const command = new PutObjectCommand({
      ...this.#place.object(key),
      ...this.#place.acl,
      ContentType: content_type,
      ContentLength: size,
    })
    const expires = new Date(Date.now() + expiresIn * 1000)
    const url = await getSignedUrl(this.#place.client, command, {
      expiresIn,
      signableHeaders: new Set(["host", "content-type", "content-length"]),
      unhoistableHeaders: new Set(["x-amz-acl"]),
    })
    const headers = {
      "content-type": content_type,
      ...("ACL" in this.#place.acl && { "x-amz-acl": this.#place.acl.ACL }),
    }
    return { url, method: "PUT", headers, expires_at: expires.toISOString() }
  }

  /** In parts of 5 MB, a few of them in memory; what fails half-way is taken back. */
  async write(key: string, content: Readable): Promise<WrittenFile> {
    const { stream, result } = measured(content)
    const upload = new MultipartUpload({
      client: this.#place.client,
      queueSize: 2,
      params: {
        ...this.#place.object(key),
        ...this.#place.acl,
        Body: stream,
        CacheControl: NO_COPIES,
      },
    })
    try {
      await upload.done()
      return result()
    } catch (error) {
      // What broke the stream, and not that its parts could not be taken back.
      const cause = stream.errored ?? error
      stream.destroy()
      throw cause
    }
  }

  async stat(key: string): Promise<FileStat | null> {
    try {
      const command = new HeadObjectCommand(this.#place.object(key))
      const head = await this.#place.client.send(command)
      return {
        size: head.ContentLength ?? 0,
        content_type: head.ContentType ?? null,
      }
    } catch (error) {
      if (isMissing(error)) {
        return null
      }
      throw error
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const command = new GetObjectCommand({
      ...this.#place.object(key),
      ...(range && { Range: `bytes=${range.start}-${range.end ?? ""}` }),
    })
    try {
      const { Body } = await this.#place.client.send(command)
      return Body as Readable
    } catch (error) {
      throw isMissing(error) ? noSuchFile(key) : error
    }
  }

  async createLink(input: LinkInput): Promise<string> {
    const { key, filename, content_type } = input
    const command = new GetObjectCommand({
      ...this.#place.object(key),
      ResponseContentDisposition: attachmentNamed(filename),
      ResponseContentType: content_type ?? "application/octet-stream",
      ResponseCacheControl: NO_COPIES,
    })
    const expiresIn = seconds(input.expires_in ?? LONGEST_LINK, LONGEST_LINK)
    return getSignedUrl(this.#place.client, command, { expiresIn })
  }

  /** Inside the store: nothing of it passes through here. */
  async copy(from: string, to: string): Promise<boolean> {
    const { Bucket, Key } = this.#place.object(from)
    const command = new CopyObjectCommand({
      ...this.#place.object(to),
      ...this.#place.acl,
      CopySource: encodeURI(`${Bucket}/${Key}`),
    })
    try {
      await this.#place.client.send(command)
      return true
    } catch (error) {
      if (isMissing(error)) {
        return false
      }
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand(this.#place.object(key))
    await this.#place.client.send(command)
  }
}
