import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { featureOptions, suiteSecret } from "../../config/suite-options"
import type { Owner } from "../../modules/digital-products/store-sql"
import type {
  DigitalGrantState,
  StoreDownloadLinkResponse,
} from "../../types/digital-products"
import { signToken } from "../../utils/signed-token"
import { DOWNLOAD_PURPOSE, linkUrl } from "./download-url"
import { digitalOf } from "./service-of"

type LinkInput = {
  owner: Owner
  grant_id: string
  /** @default the first */
  file_id?: string
  country: string | null
  device: string | null
}

/** A link, or why there is none any more. */
export type DownloadLink =
  StoreDownloadLinkResponse | { gone: Exclude<DigitalGrantState, "active"> }

const MINUTE = 60_000

/** Not undone: the use is counted with its link. */
const createDownloadLinkStep = createStep(
  "create-download-link",
  async (input: LinkInput, { container }) => {
    const service = digitalOf(container)
    const { owner, grant_id, file_id, country, device } = input
    const owned = await service.findOwnedFile(owner, grant_id, file_id)
    if (!owned) {
      throw notFound("There is no such download")
    }
    if (owned.state !== "active") {
      return new StepResponse<DownloadLink>({ gone: owned.state })
    }
    if (!owned.file_id) {
      throw notFound("There is no such file")
    }
    const now = new Date()
    const { linkMinutes } = featureOptions("digital-products")
    const expiresAt = new Date(now.getTime() + linkMinutes * MINUTE)
    const id = await service.useGrant({
      ...{ grant_id, file_id: owned.file_id, now, expires_at: expiresAt },
      ...{ country, device },
    })
    if (!id) {
      // Another request took the last one since.
      return new StepResponse<DownloadLink>({ gone: "used_up" })
    }
    const token = signToken(
      { purpose: DOWNLOAD_PURPOSE, id, expiresAt },
      suiteSecret()
    )
    return new StepResponse<DownloadLink>({
      url: linkUrl(token),
      expires_at: expiresAt.toISOString(),
    })
  }
)

const notFound = (message: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, message)

/**
 * Makes a link with which one file can be downloaded for some minutes, and counts it as a use.
 *
 * @returns the link, or why the grant gives none any more
 * @throws NOT_FOUND when the grant is not the owner's, or has no such file
 * @example await createDownloadLinkWorkflow(container).run({
 *   input: { owner: { by: "customer", id: "cus_01J…" }, grant_id: "diggrant_01J…", country: null, device: null },
 * })
 */
export const createDownloadLinkWorkflow = createWorkflow(
  "create-download-link",
  (input: LinkInput) => new WorkflowResponse(createDownloadLinkStep(input))
)
