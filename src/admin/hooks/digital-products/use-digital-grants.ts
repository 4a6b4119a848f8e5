import type {
  AdminDigitalGrantResponse,
  AdminDigitalGrantsResponse,
} from "../../../types/digital-products"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { digitalProductsKeys } from "./query-keys"

const PATH = "/admin/digital-products/grants"

/** A page of what one order may download. */
export function useOrderGrants(
  order_id: string,
  offset: number,
  limit: number
) {
  const query = { order_id, offset, limit }
  return useFeatureQuery(digitalProductsKeys.grants(query), () =>
    sdk.client.fetch<AdminDigitalGrantsResponse>(PATH, { query })
  )
}

export type GrantChange = {
  id: string
  action: "revoke" | "regrant"
  reason: string
}

export const useChangeGrant = () =>
  useInvalidatingMutation(
    digitalProductsKeys.all,
    ({ id, action, reason }: GrantChange) =>
      sdk.client.fetch<AdminDigitalGrantResponse>(`${PATH}/${id}/${action}`, {
        method: "POST",
        body: { reason },
      })
  )
