/** A kind of file that can be told by its first bytes. */
type UploadKind = {
  extensions: readonly string[]
  /** Other names that browsers have for it. */
  aliases?: readonly string[]
  /** @param head - the first bytes of the file, all of it when it is short */
  matches: (head: Buffer) => boolean
}

const TEXT_HEAD = 4096

const at = (head: Buffer, offset: number, text: string) =>
  head.toString("latin1", offset, offset + text.length) === text

const startsWith =
  (...starts: string[]) =>
  (head: Buffer) =>
    starts.some((start) => at(head, 0, start))

/** Of the ISO base media format: the brand says what is inside. */
const hasBrand = (brands: RegExp) => (head: Buffer) =>
  at(head, 4, "ftyp") && brands.test(head.toString("latin1", 8, 12))

const isText = (head: Buffer) => !head.subarray(0, TEXT_HEAD).includes(0)

const KINDS = {
  "image/jpeg": {
    extensions: ["jpg", "jpeg"],
    matches: startsWith("\xff\xd8\xff"),
  },
  "image/png": {
    extensions: ["png"],
    matches: startsWith("\x89PNG\r\n\x1a\n"),
  },
  "image/gif": { extensions: ["gif"], matches: startsWith("GIF87a", "GIF89a") },
  "image/webp": {
    extensions: ["webp"],
    matches: (head) => at(head, 0, "RIFF") && at(head, 8, "WEBP"),
  },
  "image/avif": { extensions: ["avif"], matches: hasBrand(/^avi[fs]$/) },
  "image/svg+xml": {
    extensions: ["svg"],
    matches: (head) => isText(head) && /<svg[\s>]/.test(head.toString()),
  },
  "text/csv": {
    extensions: ["csv"],
    aliases: ["application/csv", "application/vnd.ms-excel", "text/plain"],
    matches: (head) =>
      isText(head) && !/^(?:\xef\xbb\xbf)?\s*</.test(head.toString("latin1")),
  },
  "application/pdf": { extensions: ["pdf"], matches: startsWith("%PDF-") },
  "application/zip": {
    extensions: ["zip"],
    aliases: ["application/x-zip-compressed"],
    matches: startsWith("PK\x03\x04", "PK\x05\x06"),
  },
  "audio/mpeg": {
    extensions: ["mp3"],
    aliases: ["audio/mp3"],
    matches: startsWith("ID3", "\xff\xfb", "\xff\xf3", "\xff\xf2"),
  },
  "video/mp4": {
    extensions: ["mp4"],
    matches: hasBrand(/^(?:iso[m2-9]|mp4[12v]|avc1|dash|M4V )$/),
  },
  "video/webm": {
    extensions: ["webm"],
    matches: startsWith("\x1a\x45\xdf\xa3"),
  },
} as const satisfies Record<string, UploadKind>

export type UploadType = keyof typeof KINDS

/** Every type that an upload may be allowed to have. */
export const UPLOAD_TYPES = Object.keys(KINDS) as [UploadType, ...UploadType[]]

const kindOf = (type: UploadType): UploadKind => KINDS[type]

/**
 * What a file is: the type that its name's ending stands for, when its first bytes agree. The name alone
 * decides how it is served, and the bytes alone how it is opened, so neither may lie.
 * @returns undefined when it is none of the allowed
 */
export function uploadType(
  filename: string,
  content: Buffer,
  allowed: readonly UploadType[]
): UploadType | undefined {
  const extension = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? ""
  return allowed.find((type) => {
    const { extensions, matches } = kindOf(type)
    return extensions.includes(extension) && matches(content)
  })
}

/** The allowed type that a declared one stands for; parameters such as a charset count for nothing. */
export function declaredType(
  declared: string,
  allowed: readonly UploadType[]
): UploadType | undefined {
  const essence = declared.split(";")[0]?.trim().toLowerCase() ?? ""
  return allowed.find(
    (type) => type === essence || kindOf(type).aliases?.includes(essence)
  )
}

/** How the allowed types are called in an answer, such as ".jpg, .jpeg, .png". */
export const extensionsOf = (allowed: readonly UploadType[]): string =>
  allowed
    .flatMap((type) => kindOf(type).extensions.map((ending) => `.${ending}`))
    .join(", ")
