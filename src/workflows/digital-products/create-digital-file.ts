import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type {
  AdminDigitalUpload,
  DigitalFileKind,
} from "../../types/digital-products"
import { digitalOf, filesOf } from "./service-of"
import { uploadKey } from "./upload-key"

type NewFile = {
  product_id: string
  kind: DigitalFileKind
  filename: string
  content_type: string
  size: number
  /** Any version of the file that this is a new one of. */
  replaces?: string
}

/** Not undone: a file without its bytes is forgotten after a day. */
const createDigitalFileStep = createStep(
  "create-digital-file",
  async (input: NewFile, { container }) => {
    const { product_id, replaces, ...file } = input
    const service = digitalOf(container)
    await service.retrieveDigitalProduct(product_id, { select: ["id"] })
    const id = generateEntityId(undefined, "digfile")
    const known = replaces && (await service.nextVersion(replaces, product_id))
    if (replaces && !known) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `replaces: the file ${replaces} was not found`
      )
    }
    const series = known || { series_id: id, version: 1, kind: file.kind }
    const storage_key = uploadKey({ digital_product_id: product_id, id })
    await service.createDigitalFiles({
      ...{ ...file, ...series, id, storage_key },
      digital_product_id: product_id,
    })
    const sent = await filesOf(container).createUpload({
      ...{ key: storage_key, content_type: file.content_type, size: file.size },
      expires_in: 3600,
    })
    const upload: AdminDigitalUpload = sent
      ? { ...sent, is_external: true }
      : {
          url: `/admin/digital-products/${product_id}/files/${id}/content`,
          method: "PUT",
          headers: { "content-type": "application/octet-stream" },
          is_external: false,
        }
    return new StepResponse({ id, upload })
  }
)

/**
 * Begins a file or a new version of one: its bytes go to `upload`, and then it is checked.
 * @throws NOT_FOUND, or INVALID_DATA for a file that it cannot replace
 * @example await createDigitalFileWorkflow(container).run({
 *   input: { product_id: "digprod_01J…", kind: "main", filename: "pattern.pdf", content_type: "application/pdf", size: 1024 },
 * })
 */
export const createDigitalFileWorkflow = createWorkflow(
  "create-digital-file",
  (input: NewFile) => new WorkflowResponse(createDigitalFileStep(input))
)
