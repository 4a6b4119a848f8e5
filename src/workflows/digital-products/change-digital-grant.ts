import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { digitalOf } from "./service-of"

type Change = {
  id: string
  action: "revoke" | "regrant"
  reason: string
  /** The admin. */
  by: string
}

/** Not undone: it is one write, with the note of who did it. */
const changeDigitalGrantStep = createStep(
  "change-digital-grant",
  async ({ id, action, reason, by }: Change, { container }) => {
    const service = digitalOf(container)
    await service.retrieveDigitalGrant(id, { select: ["id"] })
    const revocation = { reason, by, now: new Date() }
    const hasChanged =
      action === "revoke"
        ? await service.revokeGrant(id, revocation)
        : await service.regrant(id, revocation)
    if (!hasChanged) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        action === "revoke"
          ? "It is revoked already"
          : "Its product is digital no longer"
      )
    }
    const { grants } = await service.listGrants({ id }, { limit: 1, offset: 0 })
    return new StepResponse(grants[0])
  }
)

/**
 * An admin takes one unit away, or gives it anew on the product's terms of now. The reason and who
 * gave it are kept.
 *
 * @returns the grant as the admin sees it
 * @throws NOT_FOUND, or NOT_ALLOWED when there is nothing to change
 * @example await changeDigitalGrantWorkflow(container).run({
 *   input: { id: "diggrant_01J…", action: "regrant", reason: "lost their disk", by: "user_01J…" },
 * })
 */
export const changeDigitalGrantWorkflow = createWorkflow(
  "change-digital-grant",
  (input: Change) => new WorkflowResponse(changeDigitalGrantStep(input))
)
