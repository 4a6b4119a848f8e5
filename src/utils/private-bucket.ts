import { S3Client, type S3ClientConfig } from "@aws-sdk/client-s3"

/** How to reach an S3-compatible store. */
export type S3Access = {
  endpoint?: string
  region: string
  bucket: string
  privateBucket?: string
  accessKeyId: string
  secretAccessKey: string
  prefix: string
  forcePathStyle: boolean
  acl: boolean
}

const CONNECT_MS = 5_000
const SILENCE_MS = 60_000

/**
 * Settings for every client of the store. Checksums that AWS alone understands are left out:
 * other stores refuse or miscount them, and a signed PUT could never match.
 */
export const s3ClientConfig = ({ forcePathStyle }: S3Access) =>
  ({
    forcePathStyle,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
    },
  }) satisfies S3ClientConfig

/** Where private files lie: a client, a bucket, and what stands before each key. */
export class PrivateBucket {
  readonly client: S3Client
  readonly bucket: string
  /** Without ACLs (R2, buckets that switched them off) privacy is the bucket's own affair. */
  readonly acl: { ACL: "private" } | Record<string, never>
  readonly #prefix: string

  constructor(access: S3Access) {
    const { endpoint, region, accessKeyId, secretAccessKey } = access
    this.client = new S3Client({
      ...s3ClientConfig(access),
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
    })
    this.bucket = access.privateBucket ?? access.bucket
    this.acl = access.acl ? { ACL: "private" } : {}
    this.#prefix = `${access.prefix}private/`
  }

  /** What a command needs to name an object. */
  object = (key: string): { Bucket: string; Key: string } => ({
    Bucket: this.bucket,
    Key: `${this.#prefix}${key}`,
  })
}
