type Check = (head: Buffer) => boolean

const startsWith =
  (...beginnings: (string | number[])[]): Check =>
  (head) =>
    beginnings.some((beginning) => {
      const bytes = Buffer.from(beginning as string, "latin1")
      return head.subarray(0, bytes.length).equals(bytes)
    })

const at =
  (offset: number, text: string): Check =>
  (head) =>
    head.subarray(offset, offset + text.length).toString("latin1") === text

const both =
  (...checks: Check[]): Check =>
  (head) =>
    checks.every((check) => check(head))

const isText: Check = (head) =>
  !head.includes(0) && !/^\s*<(?:!doctype|html|script|svg)/i.test(String(head))

const ZIP = startsWith([0x50, 0x4b, 0x03, 0x04])

/** What may be sold, and how its bytes begin. */
const CONTENTS: Record<string, Check> = {
  "application/epub+zip": both(ZIP, at(30, "mimetypeapplication/epub+zip")),
  "application/gzip": startsWith([0x1f, 0x8b]),
  "application/json": isText,
  "application/pdf": startsWith("%PDF-"),
  "application/vnd.rar": startsWith("Rar!\u001a\u0007"),
  "application/x-7z-compressed": startsWith([
    0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c,
  ]),
  "application/x-mobipocket-ebook": at(60, "BOOKMOBI"),
  "application/zip": ZIP,
  "audio/flac": startsWith("fLaC"),
  "audio/mp4": at(4, "ftyp"),
  "audio/mpeg": startsWith("ID3", [0xff, 0xfb], [0xff, 0xf3], [0xff, 0xf2]),
  "audio/ogg": startsWith("OggS"),
  "audio/wav": both(startsWith("RIFF"), at(8, "WAVE")),
  "font/otf": startsWith("OTTO"),
  "font/ttf": startsWith([0, 1, 0, 0], "true"),
  "font/woff2": startsWith("wOF2"),
  "image/gif": startsWith("GIF87a", "GIF89a"),
  "image/jpeg": startsWith([0xff, 0xd8, 0xff]),
  "image/png": startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  "image/webp": both(startsWith("RIFF"), at(8, "WEBP")),
  "text/csv": isText,
  "text/markdown": isText,
  "text/plain": isText,
  "video/mp4": at(4, "ftyp"),
  "video/webm": startsWith([0x1a, 0x45, 0xdf, 0xa3]),
}

export const FILE_CONTENT_TYPES = Object.keys(CONTENTS) as [string, ...string[]]

/** How many of a file's first bytes tell what it is. */
export const HEAD_BYTES = 128

/**
 * Whether a file is what it is said to be.
 * @param head - its first `HEAD_BYTES`
 * @example isContent("application/pdf", Buffer.from("<script>")) // false
 */
export const isContent = (contentType: string, head: Buffer): boolean =>
  Object.hasOwn(CONTENTS, contentType) &&
  (CONTENTS[contentType]?.(head) ?? false)
