import { keepPreviousData } from "@tanstack/react-query"
import type {
  AdminReconciliationCaseResponse,
  AdminReconciliationCasesResponse,
  ReconciliationKind,
  ReconciliationStatus,
} from "../../../types/reconciliation"
import { sdk } from "../../lib/sdk"
import { useFeatureQuery } from "../use-feature-query"
import { useListParams } from "../use-list-params"
import { reconciliationKeys } from "./query-keys"

type ReconciliationQuery = {
  q?: string
  status?: ReconciliationStatus[]
  kind?: ReconciliationKind[]
  /** A field; a leading `-` reverses. */
  order?: string
  limit?: number
  offset?: number
}

const PATH = "/admin/reconciliation"

/** The page of cases that the page's address asks for. */
export function useReconciliationCases(limit: number) {
  const query = useListParams<ReconciliationQuery>(["status", "kind"], limit)
  return useFeatureQuery(
    reconciliationKeys.list(query),
    () => sdk.client.fetch<AdminReconciliationCasesResponse>(PATH, { query }),
    { placeholderData: keepPreviousData }
  )
}

export const useReconciliationCase = (id: string) =>
  useFeatureQuery(reconciliationKeys.detail(id), () =>
    sdk.client.fetch<AdminReconciliationCaseResponse>(`${PATH}/${id}`)
  )
