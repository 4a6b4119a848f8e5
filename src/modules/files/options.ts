import path from "node:path"
import { z } from "@medusajs/framework/zod"
import { UPLOAD_TYPES, type UploadType } from "../../utils/upload-types"

const BESIDE = "is required beside the other s3 options"
const URL_RULE = "must be an http or https URL"
const BUCKET_RULE = "must be the name of a bucket"
const TYPES_RULE = `must be a list of ${UPLOAD_TYPES.join(", ")}`
const BYTES_RULE = "must be a whole number of bytes from 1024 to 1073741824"
const PREFIX_RULE = "must be a folder's name such as shop or shop/files"

/** Half a store is a mistake that is told at boot. */
const orMissing = (rule: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined ? BESIDE : rule,
})

const url = () => z.url({ protocol: /^https?$/, ...orMissing(URL_RULE) })
const withoutSlash = (given: string) => given.replace(/\/+$/, "")

const bucketName = () =>
  z
    .string(orMissing(BUCKET_RULE))
    .regex(/^[a-zA-Z0-9][\w.-]{1,254}$/, BUCKET_RULE)

const text = () =>
  z.string(orMissing("must be a text")).min(1, "must not be empty")

/** An S3-compatible store. */
const s3OptionsSchema = z.strictObject({
  /** Of a store that is not AWS, such as https://<account>.r2.cloudflarestorage.com. */
  endpoint: url().transform(withoutSlash).optional(),
  /** Such as eu-central-1; "auto" for R2. */
  region: text(),
  /** Holds what is public, such as product images. */
  bucket: bucketName(),
  /**
   * Holds what is private; for stores where a whole bucket is public.
   * @default the same bucket
   */
  privateBucket: bucketName().optional(),
  accessKeyId: text(),
  secretAccessKey: text(),
  /** Where browsers find the public files. */
  fileUrl: url().transform(withoutSlash),
  /** The folder of all files. @default none */
  prefix: z
    .string(PREFIX_RULE)
    .regex(/^(?:[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?)?$/, PREFIX_RULE)
    .transform((given) => given && `${withoutSlash(given)}/`)
    .default(""),
  /** The bucket in the path instead of the host's name, as MinIO wants it. @default false */
  forcePathStyle: z.boolean("must be true or false").default(false),
  /** Whether each object says who may read it; false for R2 and for buckets without ACLs. @default true */
  acl: z.boolean("must be true or false").default(true),
})

/** What Medusa's admin itself uploads. No SVG: opened by itself it runs scripts, in the store's own origin. */
const USUAL_TYPES: UploadType[] = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "image/avif",
  "text/csv",
]

/** Options of the feature `files`. */
export const filesOptionsSchema = z.strictObject({
  /** Without it, files lie in folders of this machine. */
  s3: s3OptionsSchema.optional(),
  /**
   * Folder of the private files when there is no S3: absolute, outside the build and all that is served.
   * @default ".store/files" beside the store's configuration
   */
  dir: z
    .string("must be an absolute path")
    .refine(path.isAbsolute, "must be an absolute path")
    .optional(),
  /**
   * What may be uploaded in Medusa's admin, told by name and content.
   * @default JPEG, PNG, GIF, WebP, AVIF and CSV
   */
  uploadTypes: z
    .array(z.enum(UPLOAD_TYPES, TYPES_RULE), TYPES_RULE)
    .default(USUAL_TYPES),
  /**
   * The largest file that may be uploaded in Medusa's admin, 1 kB to 1 GB.
   * @default 20971520
   */
  uploadMaxBytes: z
    .number(BYTES_RULE)
    .int(BYTES_RULE)
    .min(1024, BYTES_RULE)
    .max(1_073_741_824, BYTES_RULE)
    .default(20_971_520),
})

export type FilesOptions = z.infer<typeof filesOptionsSchema>
export type S3Options = z.infer<typeof s3OptionsSchema>
