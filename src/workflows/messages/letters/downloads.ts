import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  featureOptions,
  isOff,
  suiteOptions,
  suiteSecret,
} from "../../../config/suite-options"
import downloadsReady, {
  type DownloadsReadyData,
} from "../../../emails/downloads-ready"
import fileUpdated, { type FileUpdatedData } from "../../../emails/file-updated"
import { DIGITAL_PRODUCTS_MODULE } from "../../../modules/digital-products"
import type DigitalProductsModuleService from "../../../modules/digital-products/service"
import type { ReadLetter } from "../read-letter"
import { orderLetter, readOrder } from "./order-letter"

const serviceOf = (container: MedusaContainer) =>
  container.resolve<DigitalProductsModuleService>(DIGITAL_PRODUCTS_MODULE)

/** The page with an order's downloads, and the token in it, which the log masks. */
export async function downloadLink(
  container: MedusaContainer,
  orderId: string
): Promise<{ link: string; token: string }> {
  const token = await serviceOf(container).accessToken(orderId, suiteSecret())
  const { storefrontUrl, backendUrl } = suiteOptions().general
  const { downloadPage = `${backendUrl}/downloads` } =
    featureOptions("digital-products")
  const page = new URL(downloadPage, `${storefrontUrl}/`)
  return { link: `${page}#token=${token}`, token }
}

/** For an order's confirmation: nothing for one without anything digital. */
export async function downloadLinkFor(
  container: MedusaContainer,
  order: { id: string; items: { variant_id?: string | null }[] }
) {
  const variant_id = order.items.flatMap((item) => item.variant_id ?? [])
  if (isOff("digital-products")() || variant_id.length === 0) {
    return undefined
  }
  const found = await serviceOf(container).listDigitalProducts(
    { variant_id },
    { take: 1, select: ["id"] }
  )
  return found.length > 0 ? downloadLink(container, order.id) : undefined
}

/** About all that an order may download now. */
export const readDownloadsReady: ReadLetter = async (
  container,
  { subject_id }
) => {
  const order = await readOrder(container, subject_id)
  const grants = await serviceOf(container).listDigitalGrants(
    { order_id: order.id, status: "active" },
    { select: ["id", "line_item_id", "title"], take: null }
  )
  if (grants.length === 0) {
    throw nothing("Nothing of the order can be downloaded any more")
  }
  const lines = [...new Set(grants.map(({ line_item_id }) => line_item_id))]
  const items = lines.map((id) => {
    const units = grants.filter(({ line_item_id }) => line_item_id === id)
    const title = units[0]?.title ?? ""
    return { id, title, variant: null, quantity: String(units.length) }
  })
  const { link, token } = await downloadLink(container, order.id)
  return {
    ...orderLetter<DownloadsReadyData>(order, downloadsReady, { items, link }),
    secrets: [token],
  }
}

/** About a new version; the subject is the file. */
export const readFileUpdated: ReadLetter = async (
  container,
  { subject_id, order_id }
) => {
  const service = serviceOf(container)
  const order = await readOrder(container, order_id ?? "")
  const [file] = await service.listDigitalFiles({ id: subject_id }, { take: 1 })
  const [grant] = await service.listDigitalGrants(
    {
      order_id: order.id,
      digital_product_id: file?.digital_product_id ?? "",
      status: "active",
    },
    { take: 1 }
  )
  if (!file || !grant) {
    throw nothing("The file is gone, or the order may not download it any more")
  }
  const { link, token } = await downloadLink(container, order.id)
  const { filename, version } = file
  return {
    ...orderLetter<FileUpdatedData>(order, fileUpdated, {
      ...{ title: grant.title, filename, version, link },
    }),
    secrets: [token],
  }
}

const nothing = (message: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, message)
