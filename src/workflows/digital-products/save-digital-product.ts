import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import type { AdminDigitalProduct } from "../../types/digital-products"
import { ensureDigitalDelivery } from "./digital-delivery"
import { digitalOf } from "./service-of"

/** What an admin chooses; what is left out stays, or is the default. */
export type DigitalTerms = Partial<
  Pick<
    AdminDigitalProduct,
    | "licence_type"
    | "licence_text"
    | "download_limit"
    | "access_days"
    | "key_mode"
    | "low_pool_threshold"
  >
>

type SaveInput = { variant_id: string } | { id: string }

/** Not undone: it is one write. */
const saveDigitalProductStep = createStep(
  "save-digital-product",
  async (
    { terms, ...which }: SaveInput & { terms: DigitalTerms },
    { container }
  ) => {
    const service = digitalOf(container)
    if ("id" in which) {
      const { id } = await service.updateDigitalProducts({
        ...{ id: which.id, ...terms },
      })
      return new StepResponse(id)
    }
    const { variant_id } = which
    const variant = await container
      .resolve(Modules.PRODUCT)
      .retrieveProductVariant(variant_id, { select: ["id", "product_id"] })
    // There since the install, unless somebody deleted it: no order of it waits for a place to be fulfilled from.
    await ensureDigitalDelivery(container)
    const [known] = await service.listDigitalProducts(
      { variant_id },
      { take: 1 }
    )
    if (known) {
      throw new MedusaError(
        MedusaError.Types.DUPLICATE_ERROR,
        `variant_id: the variant ${variant_id} is digital already`
      )
    }
    const { id } = await service.createDigitalProducts({
      ...{ variant_id, product_id: variant.product_id ?? "", ...terms },
    })
    return new StepResponse(id)
  }
)

/**
 * Makes a variant digital, or changes on which terms. Grants that were given keep theirs.
 *
 * @returns the digital product's id
 * @throws NOT_FOUND, or DUPLICATE_ERROR for a variant that is digital already
 * @example await saveDigitalProductWorkflow(container).run({
 *   input: { variant_id: "variant_01J…", terms: { download_limit: 3 } },
 * })
 */
export const saveDigitalProductWorkflow = createWorkflow(
  "save-digital-product",
  (input: SaveInput & { terms: DigitalTerms }) =>
    new WorkflowResponse(saveDigitalProductStep(input))
)
