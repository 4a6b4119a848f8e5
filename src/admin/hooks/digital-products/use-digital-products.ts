import { useQuery } from "@tanstack/react-query"
import type {
  AdminDigitalFileResponse,
  AdminDigitalProduct,
  AdminDigitalProductResponse,
  AdminDigitalProductsResponse,
  AdminImportLicenceKeysResponse,
} from "../../../types/digital-products"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { digitalProductsKeys } from "./query-keys"

const PATH = "/admin/digital-products"
/** A task looks at each upload: its end is seen without a reload. */
const LOOK_AGAIN_MS = 1500

/** The digital variants of a product. */
export const useDigitalProducts = (productId: string) =>
  useQuery({
    queryKey: digitalProductsKeys.product(productId),
    queryFn: () =>
      sdk.client.fetch<AdminDigitalProductsResponse>(PATH, {
        query: { product_id: productId },
      }),
    select: ({ digital_products }) => digital_products,
    refetchInterval: ({ state: { data } }) =>
      data?.digital_products.some(({ files }) =>
        files.some(({ status }) => status === "checking")
      )
        ? LOOK_AGAIN_MS
        : false,
  })

type Variants = { variants: { id: string; title: string | null }[] }

/** Those that a product has; its page in the dashboard is given none. */
export const useVariants = (productId: string) =>
  useQuery({
    queryKey: [...digitalProductsKeys.product(productId), "variants"],
    queryFn: () =>
      sdk.client.fetch<Variants>(`/admin/products/${productId}/variants`, {
        query: { fields: "id,title", limit: 100, order: "variant_rank" },
      }),
    select: ({ variants }) => variants,
  })

export type DigitalTerms = Pick<
  AdminDigitalProduct,
  | "licence_type"
  | "licence_text"
  | "download_limit"
  | "access_days"
  | "key_mode"
  | "low_pool_threshold"
>

type Saved = { id?: string; variant_id: string; terms: DigitalTerms }

/** Makes a variant digital, or changes on which terms. */
export const useSaveDigitalProduct = () =>
  useInvalidatingMutation(
    digitalProductsKeys.all,
    ({ id, variant_id, terms }: Saved) =>
      sdk.client.fetch<AdminDigitalProductResponse>(
        id ? `${PATH}/${id}` : PATH,
        { method: "POST", body: id ? terms : { variant_id, ...terms } }
      )
  )

export const useDeleteDigitalProduct = () =>
  useInvalidatingMutation(digitalProductsKeys.all, (id: string) =>
    sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" })
  )

type OfFile = { productId: string; fileId: string }

export const useDeleteDigitalFile = () =>
  useInvalidatingMutation(
    digitalProductsKeys.all,
    ({ productId, fileId }: OfFile) =>
      sdk.client.fetch(`${PATH}/${productId}/files/${fileId}`, {
        method: "DELETE",
      })
  )

export const useAnnounceDigitalFile = () =>
  useInvalidatingMutation(
    digitalProductsKeys.all,
    ({ productId, fileId }: OfFile) =>
      sdk.client.fetch<AdminDigitalFileResponse>(
        `${PATH}/${productId}/files/${fileId}/announce`,
        { method: "POST", body: {} }
      )
  )

const MAX_KEYS_PER_CALL = 2000

/** Imports keys, as many as there are; the answer sums up all calls. */
export const useImportLicenceKeys = () =>
  useInvalidatingMutation(
    digitalProductsKeys.all,
    async ({ productId, keys }: { productId: string; keys: string[] }) => {
      const sum = { imported: 0, repeated: 0, filled: 0 }
      for (let at = 0; at < keys.length; at += MAX_KEYS_PER_CALL) {
        const part = await sdk.client.fetch<AdminImportLicenceKeysResponse>(
          `${PATH}/${productId}/keys`,
          {
            method: "POST",
            body: { keys: keys.slice(at, at + MAX_KEYS_PER_CALL) },
          }
        )
        sum.imported += part.imported
        sum.repeated += part.repeated
        sum.filled += part.filled
      }
      return sum
    }
  )
