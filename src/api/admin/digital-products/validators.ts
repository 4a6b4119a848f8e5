import { z } from "@medusajs/framework/zod"
import { featureOptions } from "../../../config/suite-options"
import {
  DIGITAL_FILE_KINDS,
  KEY_MODES,
  LICENCE_TYPES,
} from "../../../types/digital-products"
import { FILE_CONTENT_TYPES } from "../../../utils/file-content"
import { id, plainText } from "../../../utils/input"
import { paging } from "../../../utils/list-input"

const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most}`
  return z.number(message).int(message).min(least, message).max(most, message)
}

const terms = {
  licence_type: z.enum(LICENCE_TYPES).optional(),
  licence_text: plainText(5000).nullable().optional(),
  download_limit: whole(1, 100_000).nullable().optional(),
  access_days: whole(1, 36_500).nullable().optional(),
  key_mode: z.enum(KEY_MODES).optional(),
  low_pool_threshold: whole(0, 1_000_000).optional(),
}

export const AdminGetDigitalProducts = z.strictObject({ product_id: id })
export type AdminGetDigitalProductsType = z.infer<
  typeof AdminGetDigitalProducts
>

export const AdminCreateDigitalProduct = z.strictObject({
  variant_id: id,
  ...terms,
})
export type AdminCreateDigitalProductType = z.infer<
  typeof AdminCreateDigitalProduct
>

export const AdminUpdateDigitalProduct = z.strictObject(terms)
export type AdminUpdateDigitalProductType = z.infer<
  typeof AdminUpdateDigitalProduct
>

export const AdminCreateDigitalFile = z.strictObject({
  kind: z.enum(DIGITAL_FILE_KINDS).default("main"),
  filename: plainText(200),
  content_type: z.enum(
    FILE_CONTENT_TYPES,
    `must be one of ${FILE_CONTENT_TYPES.join(", ")}`
  ),
  size: z
    .int("must be a number of bytes")
    .min(1, "must not be empty")
    .superRefine((size, context) => {
      const { maxFileBytes } = featureOptions("digital-products")
      if (size > maxFileBytes) {
        context.addIssue({
          code: "custom",
          message: `must be at most ${maxFileBytes} bytes`,
        })
      }
    }),
  /** Any version of the file that this is a new one of. */
  replaces: id.optional(),
})
export type AdminCreateDigitalFileType = z.infer<typeof AdminCreateDigitalFile>

export const AdminImportLicenceKeys = z.strictObject({
  keys: z
    .array(plainText(500).transform((key) => key.trim()))
    .min(1)
    .max(5000),
})
export type AdminImportLicenceKeysType = z.infer<typeof AdminImportLicenceKeys>

export const AdminGetDigitalGrants = z.strictObject({
  order_id: id.optional(),
  digital_product_id: id.optional(),
  /** Whole. */
  licence_key: plainText(500).optional(),
  ...paging(20),
})
export type AdminGetDigitalGrantsType = z.infer<typeof AdminGetDigitalGrants>

/** Kept with the grant, and shown in its history. */
export const AdminChangeDigitalGrant = z.strictObject({
  reason: plainText(500),
})
export type AdminChangeDigitalGrantType = z.infer<
  typeof AdminChangeDigitalGrant
>
