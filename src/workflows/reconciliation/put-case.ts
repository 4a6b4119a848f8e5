import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { CaseFacts } from "../../modules/reconciliation/cases-sql"
import { ReconciliationEvents } from "./events"
import { putReconciliationCaseStep } from "./steps/put-case"

/**
 * Lists a case for a person; tells of it when it is news.
 * @example await listReconciliationCaseWorkflow(container).run({
 *   input: { kind: "surplus", subject_id: "pay_29QQ…", reason: "…" },
 * })
 */
export const listReconciliationCaseWorkflow = createWorkflow(
  "list-reconciliation-case",
  (input: CaseFacts) => {
    const put = putReconciliationCaseStep(
      transform({ input }, ({ input }) => ({
        ...input,
        status: "open" as const,
      }))
    )
    when({ put }, ({ put }) => put.is_new).then(() => {
      emitEventStep({
        eventName: ReconciliationEvents.LISTED,
        data: transform({ input, put }, ({ input, put }) => ({
          id: put.id,
          kind: input.kind,
        })),
      })
    })
    return new WorkflowResponse(put)
  }
)

/**
 * Notes what was set right, and tells of it.
 * @example await noteReconciliationRepairWorkflow(container).run({
 *   input: { kind: "half_capture", subject_id: "pay_01J…", reason: "…" },
 * })
 */
export const noteReconciliationRepairWorkflow = createWorkflow(
  "note-reconciliation-repair",
  (input: CaseFacts) => {
    const put = putReconciliationCaseStep(
      transform({ input }, ({ input }) => ({
        ...input,
        status: "repaired" as const,
      }))
    )
    emitEventStep({
      eventName: ReconciliationEvents.REPAIRED,
      data: transform({ input, put }, ({ input, put }) => ({
        id: put.id,
        kind: input.kind,
      })),
    })
    return new WorkflowResponse(put)
  }
)
