import type { Readable } from "node:stream"
import { MedusaError } from "@medusajs/framework/utils"

export type UploadInput = {
  key: string
  content_type: string
  /** Bytes; the store takes exactly as many. */
  size: number
  /** Seconds, 3600 at most; default 900. */
  expires_in?: number
}

/** What a browser needs to send a file straight to the store. */
export type Upload = {
  url: string
  method: "PUT"
  /** To be sent as they are, or the store refuses. */
  headers: Record<string, string>
  /** ISO date. */
  expires_at: string
}

export type LinkInput = {
  key: string
  /** What the file is saved as; any text is made safe. */
  filename: string
  content_type?: string
  /** Seconds, 300 at most; default 300. */
  expires_in?: number
}

/** Bytes from `start` to `end`, both included and counted from 0. */
export type ByteRange = { start: number; end?: number }

export type WrittenFile = { size: number; sha256: string }
export type FileStat = { size: number; content_type: string | null }

/** Where private files lie. Keys were checked before. */
export type FileStore = {
  createUpload: (input: UploadInput) => Promise<Upload | null>
  write: (key: string, content: Readable) => Promise<WrittenFile>
  stat: (key: string) => Promise<FileStat | null>
  read: (key: string, range?: ByteRange) => Promise<Readable>
  createLink: (input: LinkInput) => Promise<string | null>
  /** Whether there was something to copy. */
  copy: (from: string, to: string) => Promise<boolean>
  delete: (key: string) => Promise<void>
}

export const noSuchFile = (key: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `There is no file ${key}`)
