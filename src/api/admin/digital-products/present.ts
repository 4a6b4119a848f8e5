import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type {
  AdminDigitalFile,
  AdminDigitalProduct,
} from "../../../types/digital-products"
import { digitalProductsOf } from "../../utils/downloads"

/** A digital product as the admin sees it. @throws NOT_FOUND */
export async function readProduct(
  req: MedusaRequest,
  id: string
): Promise<AdminDigitalProduct> {
  const products = await digitalProductsOf(req).listWithFiles(id)
  const product = products.find((one) => one.id === id)
  if (!product) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The digital product ${id} was not found`
    )
  }
  return product
}

/** One of its files. @throws NOT_FOUND */
export async function readFile(
  req: MedusaRequest,
  productId: string,
  fileId: string
): Promise<AdminDigitalFile> {
  const { files } = await readProduct(req, productId)
  const file = files.find(({ id }) => id === fileId)
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The file ${fileId} was not found`
    )
  }
  return file
}
