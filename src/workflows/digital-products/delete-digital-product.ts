import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { digitalOf } from "./service-of"

/** Not undone: an admin makes the variant digital again. */
const deleteDigitalProductStep = createStep(
  "delete-digital-product",
  async ({ id }: { id: string }, { container }) => {
    await digitalOf(container).retrieveDigitalProduct(id, { select: ["id"] })
    await digitalOf(container).softDeleteDigitalProducts(id)
    return new StepResponse(id)
  }
)

/**
 * Sells a variant as a file no longer. What was granted stays with its buyers, files and all.
 * @throws NOT_FOUND
 * @example await deleteDigitalProductWorkflow(container).run({ input: { id: "digprod_01J…" } })
 */
export const deleteDigitalProductWorkflow = createWorkflow(
  "delete-digital-product",
  (input: { id: string }) =>
    new WorkflowResponse(deleteDigitalProductStep(input))
)
