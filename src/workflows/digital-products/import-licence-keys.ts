import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { suiteSecret } from "../../config/suite-options"
import { digitalOf } from "./service-of"

type Import = { product_id: string; keys: string[] }

/** Not undone: a waiting buyer may have one of them. */
const importLicenceKeysStep = createStep(
  "import-licence-keys",
  async ({ product_id, keys }: Import, { container }) => {
    const service = digitalOf(container)
    await service.retrieveDigitalProduct(product_id, { select: ["id"] })
    return new StepResponse(
      await service.importKeys(product_id, keys, suiteSecret())
    )
  }
)

/**
 * Fills the pool of a product; grants that wait for a key get theirs first.
 * @throws NOT_FOUND
 * @example await importLicenceKeysWorkflow(container).run({ input: { product_id: "digprod_01J…", keys: ["AAAA-1"] } })
 */
export const importLicenceKeysWorkflow = createWorkflow(
  "import-licence-keys",
  (input: Import) => new WorkflowResponse(importLicenceKeysStep(input))
)
