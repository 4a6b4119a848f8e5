import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform } from "@medusajs/framework/workflows-sdk"
import { ReconciliationEvents } from "./events"
import type { Look } from "./look"

type Told = { event: string; data: Record<string, unknown> }

/** Tells that a provider is not reconciled any more, or again. */
const tellReconciliationPauseWorkflow = createWorkflow(
  "tell-reconciliation-pause",
  (input: Told) => {
    emitEventStep({
      eventName: transform({ input }, ({ input }) => input.event),
      data: transform({ input }, ({ input }) => input.data),
    })
  }
)

/** Writes down which providers stand still after this run, and tells when that is news. */
export async function notePauses({
  container,
  service,
  logger,
  reach,
  ages,
}: Look): Promise<void> {
  for (const account of await service.listReconciliationAccounts()) {
    const { id, provider_id, paused_reason } = account
    const reason = reach.paused.get(provider_id) ?? null
    const isStill = reason === paused_reason
    const isUnasked = !reason && !reach.answered.has(provider_id)
    if (isStill || (isUnasked && paused_reason === "unreachable")) {
      continue
    }
    await service.updateReconciliationAccounts({
      id,
      paused_reason: reason,
      paused_since: reason ? ages.now : null,
    })
    logger.warn(
      `[reconciliation] ${provider_id}: ${reason ? `stands still, ${reason}` : "goes on"}`
    )
    await tellReconciliationPauseWorkflow(container).run({
      input: reason
        ? {
            event: ReconciliationEvents.PAUSED,
            data: { provider_id, reason },
          }
        : { event: ReconciliationEvents.RESUMED, data: { provider_id } },
    })
  }
}
