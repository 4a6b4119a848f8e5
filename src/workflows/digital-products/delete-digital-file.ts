import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { digitalOf, filesOf, findFile } from "./service-of"
import { uploadKey } from "./upload-key"

type Which = { product_id: string; file_id: string }

/** Not undone: the bytes are gone. The row goes first, so that no buyer is sent to nothing. */
const deleteDigitalFileStep = createStep(
  "delete-digital-file",
  async (which: Which, { container }) => {
    const file = await findFile(container, which)
    await digitalOf(container).softDeleteDigitalFiles(file.id)
    await filesOf(container).delete(file.storage_key)
    await filesOf(container).delete(uploadKey(file))
    return new StepResponse(file.id)
  }
)

/**
 * Removes one version of a file for good; buyers get the one before it.
 * @throws NOT_FOUND
 * @example await deleteDigitalFileWorkflow(container).run({ input: { product_id: "digprod_01J…", file_id: "digfile_01J…" } })
 */
export const deleteDigitalFileWorkflow = createWorkflow(
  "delete-digital-file",
  (input: Which) => new WorkflowResponse(deleteDigitalFileStep(input))
)
