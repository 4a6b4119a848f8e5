import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import type ReconciliationModuleService from "../../../modules/reconciliation/service"
import { answersReconciler } from "../../../utils/gateway-payment"
import { paymentProvider } from "../../../utils/payment-provider"

export type DismissInput = { id: string; reason: string; dismissed_by: string }

/** @throws NOT_FOUND, or NOT_ALLOWED for one that is not open */
export const dismissCaseStep = createStep(
  "dismiss-case",
  async ({ id, reason, dismissed_by }: DismissInput, { container }) => {
    const service = container.resolve<ReconciliationModuleService>(
      RECONCILIATION_MODULE
    )
    const { status } = await service.retrieveReconciliationCase(id)
    if (status !== "open") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The case ${id} is ${status}: only an open one can be dismissed`
      )
    }
    const dismissed = await service.updateReconciliationCases({
      ...{ id, dismissed_by, dismiss_reason: reason, next_check_at: null },
      ...{ status: "dismissed" as const, closed_at: new Date() },
    })
    return new StepResponse(dismissed, id)
  },
  async (id, { container }) => {
    if (id) {
      await container
        .resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
        .updateReconciliationCases({
          ...{ id, dismissed_by: null, dismiss_reason: null, closed_at: null },
          status: "open" as const,
        })
    }
  }
)

/**
 * Takes the account that a provider's keys belong to now for the right one.
 * @throws NOT_ALLOWED when the case is about something else
 */
export const confirmAccountStep = createStep(
  "confirm-account",
  async ({ id }: { id: string }, { container }) => {
    const service = container.resolve<ReconciliationModuleService>(
      RECONCILIATION_MODULE
    )
    const found = await service.retrieveReconciliationCase(id)
    const provider_id = found.provider_id ?? ""
    const provider = paymentProvider(container, provider_id)
    const isAbout = found.kind === "account_changed" && found.status === "open"
    if (!isAbout || !provider || !answersReconciler(provider)) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The case ${id} is no open one about a changed account`
      )
    }
    const [account] = await service.listReconciliationAccounts({ provider_id })
    await service.updateReconciliationAccounts({
      id: account?.id ?? "",
      account: provider.gatewayAccount(),
    })
    const closed = await service.updateReconciliationCases({
      ...{ id, status: "repaired" as const, closed_at: new Date() },
      ...{ reason: "The new account was confirmed", next_check_at: null },
    })
    return new StepResponse(closed)
  }
)
