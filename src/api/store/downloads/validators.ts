import { z } from "@medusajs/framework/zod"
import { id, plainText } from "../../../utils/input"
import { paging, queryIdList } from "../../../utils/list-input"

export const StoreGetDownloads = z.strictObject(paging(20))
export type StoreGetDownloadsType = z.infer<typeof StoreGetDownloads>

export const StoreCreateDownloadLink = z.strictObject({
  /** @default the first */
  file_id: id.optional(),
})
export type StoreCreateDownloadLinkType = z.infer<
  typeof StoreCreateDownloadLink
>

/** From a mail; in the body, where no server's log sees it. */
const token = plainText(200)

const whole = (least: number, most: number) => z.int().min(least).max(most)

export const StoreListDownloadsByToken = z.strictObject({
  token,
  limit: whole(1, 100).default(20),
  offset: whole(0, 100_000).default(0),
})
export type StoreListDownloadsByTokenType = z.infer<
  typeof StoreListDownloadsByToken
>

export const StoreCreateDownloadLinkByToken = z.strictObject({
  token,
  /** The download's. */
  id,
  file_id: id.optional(),
})
export type StoreCreateDownloadLinkByTokenType = z.infer<
  typeof StoreCreateDownloadLinkByToken
>

export const StoreGetDigitalProducts = z.strictObject({
  variant_id: queryIdList(100),
})
export type StoreGetDigitalProductsType = z.infer<
  typeof StoreGetDigitalProducts
>
