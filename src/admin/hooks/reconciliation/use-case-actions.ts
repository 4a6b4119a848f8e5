import type { AdminReconciliationCaseResponse } from "../../../types/reconciliation"
import { sdk } from "../../lib/sdk"
import { useInvalidatingMutation } from "../use-invalidating-mutation"
import { reconciliationKeys } from "./query-keys"

type CaseAction = {
  id: string
  action: "retry" | "confirm" | "dismiss"
  body?: { reason: string }
}

/** Retries, dismisses or confirms a case; the result is the case as it is then. */
export function useCaseAction() {
  return useInvalidatingMutation(
    reconciliationKeys.all,
    async ({ id, action, body = undefined }: CaseAction) => {
      const { reconciliation_case: found } =
        await sdk.client.fetch<AdminReconciliationCaseResponse>(
          `/admin/reconciliation/${id}/${action}`,
          { method: "POST", body: body ?? {} }
        )
      return found
    }
  )
}
