import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { digitalOf, findFile } from "./service-of"

type Which = { product_id: string; file_id: string }

/** Not undone: mails are on their way. */
const announceDigitalFileStep = createStep(
  "announce-digital-file",
  async (which: Which, { container }) => {
    const { id, kind, status } = await findFile(container, which)
    if (kind !== "main" || status !== "ready") {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "Only a file that buyers can download is announced to them"
      )
    }
    if (!(await digitalOf(container).announceFile(id, new Date()))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The file was announced already"
      )
    }
    return new StepResponse(id)
  }
)

/**
 * Tells all who may download a product of a new version, once per version.
 * @throws NOT_FOUND, or NOT_ALLOWED for one that is not ready or was announced
 * @example await announceDigitalFileWorkflow(container).run({ input: { product_id: "digprod_01J…", file_id: "digfile_01J…" } })
 */
export const announceDigitalFileWorkflow = createWorkflow(
  "announce-digital-file",
  (input: Which) => new WorkflowResponse(announceDigitalFileStep(input))
)
