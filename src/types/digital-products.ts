/** HTTP shapes of digital products, shared by routes and admin. */

export const LICENCE_TYPES = [
  "personal",
  "commercial",
  "extended",
  /** What it allows stands in `licence_text`. */
  "custom",
] as const
export type LicenceType = (typeof LICENCE_TYPES)[number]

export const KEY_MODES = ["none", "pool", "generated"] as const
export type KeyMode = (typeof KEY_MODES)[number]

export const DIGITAL_FILE_KINDS = [
  /** What is sold. */
  "main",
  /** What anybody may look at before. */
  "preview",
] as const
export type DigitalFileKind = (typeof DIGITAL_FILE_KINDS)[number]

export const DIGITAL_FILE_STATUSES = [
  "uploading",
  /** All there; a task looks at it. */
  "checking",
  "ready",
  /** `reason` says why. */
  "refused",
] as const
export type DigitalFileStatus = (typeof DIGITAL_FILE_STATUSES)[number]

export const DIGITAL_GRANT_STATUSES = ["active", "revoked"] as const
export type DigitalGrantStatus = (typeof DIGITAL_GRANT_STATUSES)[number]

/** Also what time and use make of an active grant. */
export type DigitalGrantState = DigitalGrantStatus | "expired" | "used_up"

export type AdminDigitalFile = {
  id: string
  kind: DigitalFileKind
  /** Equal for all versions of one file. */
  series_id: string
  version: number
  filename: string
  content_type: string
  /** Bytes. */
  size: number
  /** Hexadecimal; null until it was checked. */
  sha256: string | null
  status: DigitalFileStatus
  reason: string | null
  /** When past buyers were told of it. */
  announced_at: string | null
  created_at: string
}

export type AdminDigitalProduct = {
  id: string
  product_id: string
  variant_id: string
  licence_type: LicenceType
  licence_text: string | null
  /** Downloads per unit, all files together; null for no limit. */
  download_limit: number | null
  /** How long a unit can be downloaded; null for ever. */
  access_days: number | null
  key_mode: KeyMode
  low_pool_threshold: number
  files: AdminDigitalFile[]
  keys: {
    /** In the pool. */
    free: number
    given: number
    /** Grants that wait for a key because the pool was empty. */
    waiting: number
    is_low: boolean
  }
}

export type AdminDigitalProductsResponse = {
  digital_products: AdminDigitalProduct[]
}
export type AdminDigitalProductResponse = {
  digital_product: AdminDigitalProduct
}

/** Where the bytes of a new file go: `PUT`, with these headers. */
export type AdminDigitalUpload = {
  url: string
  method: "PUT"
  headers: Record<string, string>
  /** Whether the url is another host's, to which no credentials are sent. */
  is_external: boolean
}

export type AdminDigitalFileResponse = { file: AdminDigitalFile }
export type AdminCreateDigitalFileResponse = AdminDigitalFileResponse & {
  upload: AdminDigitalUpload
}

export type AdminImportLicenceKeysResponse = {
  imported: number
  /** Known before, or twice in the list. */
  repeated: number
  /** Waiting grants that got one of them. */
  filled: number
}

export type AdminDigitalGrantEvent = {
  action: "granted" | "revoked" | "regranted"
  reason: string | null
  actor_id: string | null
  created_at: string
}

export type DigitalDownload = {
  /** When its link was made. */
  created_at: string
  filename: string
  /** Two letters, where the CDN in front tells. */
  country: string | null
  /** Such as "Firefox on Windows". */
  device: string | null
}

export type AdminDigitalGrant = {
  id: string
  order_id: string
  order_display_id: number | null
  line_item_id: string
  /** Counted from 1 within its line. */
  unit: number
  title: string
  state: DigitalGrantState
  download_limit: number | null
  downloads_used: number
  starts_at: string
  expires_at: string | null
  revoked_at: string | null
  revoked_reason: string | null
  /** Its last four characters; null without a key. */
  licence_key: string | null
  /** The pool was empty; it gets one with the next import. */
  waits_for_key: boolean
  events: AdminDigitalGrantEvent[]
  downloads: DigitalDownload[]
}

export type AdminDigitalGrantsResponse = {
  grants: AdminDigitalGrant[]
  count: number
  limit: number
  offset: number
}
export type AdminDigitalGrantResponse = { grant: AdminDigitalGrant }

export type StoreDownloadFile = {
  id: string
  filename: string
  content_type: string
  size: number
  version: number
}

/** One unit that somebody bought. */
export type StoreDownload = {
  id: string
  order_id: string
  order_display_id: number | null
  title: string
  licence_type: LicenceType
  licence_text: string | null
  state: DigitalGrantState
  download_limit: number | null
  downloads_used: number
  expires_at: string | null
  /** Whole, for its owner; null without one, and once it is revoked. */
  licence_key: string | null
  /** The newest version of each; none once it is revoked or expired. */
  files: StoreDownloadFile[]
  /** The latest 20. */
  history: DigitalDownload[]
  created_at: string
}

export type StoreDownloadsResponse = {
  downloads: StoreDownload[]
  count: number
  limit: number
  offset: number
}

export type StoreDownloadLinkResponse = {
  /** Works for minutes, in any browser. */
  url: string
  expires_at: string
}

export type StoreDigitalProduct = {
  variant_id: string
  licence_type: LicenceType
  licence_text: string | null
  download_limit: number | null
  access_days: number | null
  files: { filename: string; content_type: string; size: number }[]
  previews: { filename: string; content_type: string; url: string }[]
}
export type StoreDigitalProductsResponse = {
  digital_products: StoreDigitalProduct[]
}
