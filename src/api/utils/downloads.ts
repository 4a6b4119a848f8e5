import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { featureOptions, suiteSecret } from "../../config/suite-options"
import { DIGITAL_PRODUCTS_MODULE } from "../../modules/digital-products"
import { TOKEN } from "../../modules/digital-products/access-token"
import { openKey } from "../../modules/digital-products/licence-keys"
import type DigitalProductsModuleService from "../../modules/digital-products/service"
import type { Owner } from "../../modules/digital-products/store-sql"
import type {
  StoreDownload,
  StoreDownloadLinkResponse,
  StoreDownloadsResponse,
} from "../../types/digital-products"
import { deviceOf } from "../../utils/device"
import { createDownloadLinkWorkflow } from "../../workflows/digital-products/create-download-link"

export const digitalProductsOf = ({ scope }: MedusaRequest) =>
  scope.resolve<DigitalProductsModuleService>(DIGITAL_PRODUCTS_MODULE)

/** Answers with what somebody bought, keys and all; kept by nobody on the way. */
export async function sendDownloads(
  req: MedusaRequest,
  res: MedusaResponse<StoreDownloadsResponse>,
  owner: Owner,
  page: { limit: number; offset: number }
) {
  const found = await digitalProductsOf(req).listDownloads(owner, page)
  res.setHeader("Cache-Control", "private, no-store")
  res.json({ ...found, downloads: found.downloads.map(withOpenKey), ...page })
}

function withOpenKey(download: StoreDownload): StoreDownload {
  const { licence_key: sealed } = download
  return { ...download, licence_key: sealed && openKey(sealed, suiteSecret()) }
}

const GONE = {
  revoked: "This download was taken back",
  expired: "The time for this download is over",
  used_up: "No downloads are left",
}

/** Answers with a new link to a file, or with 410 when the grant gives none any more. */
export async function sendDownloadLink(
  req: MedusaRequest,
  res: MedusaResponse,
  owner: Owner,
  { grant_id, file_id }: { grant_id: string; file_id?: string }
) {
  const { result } = await createDownloadLinkWorkflow(req.scope).run({
    input: { owner, grant_id, file_id, ...whereFrom(req) },
  })
  res.setHeader("Cache-Control", "private, no-store")
  if ("gone" in result) {
    const { gone } = result
    res.status(410).json({ type: "gone", code: gone, message: GONE[gone] })
    return
  }
  res.json(result satisfies StoreDownloadLinkResponse)
}

/** What the history keeps of a request. */
export function whereFrom({ headers }: MedusaRequest) {
  const { countryHeader } = featureOptions("digital-products")
  const told = countryHeader && headers[countryHeader]
  const country = typeof told === "string" ? told.toUpperCase() : ""
  return {
    device: deviceOf(headers["user-agent"]),
    // "XX" and "T1" are a CDN's words for not knowing.
    country: /^(?!XX)[A-Z]{2}$/.test(country) ? country : null,
  }
}

/**
 * The order that a mailed token opens.
 * @throws NOT_FOUND for a token that nobody got
 */
export async function ownerOfToken(
  req: MedusaRequest,
  token: string
): Promise<Owner> {
  const id = TOKEN.test(token)
    ? await digitalProductsOf(req).findOrderOfToken(token)
    : undefined
  if (!id) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "There are no downloads here"
    )
  }
  return { by: "order", id }
}
