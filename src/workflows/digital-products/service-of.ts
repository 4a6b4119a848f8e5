import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { DIGITAL_PRODUCTS_MODULE } from "../../modules/digital-products"
import type DigitalProductsModuleService from "../../modules/digital-products/service"
import { FILES_MODULE } from "../../modules/files"
import type FilesModuleService from "../../modules/files/service"

export const digitalOf = (container: Pick<MedusaContainer, "resolve">) =>
  container.resolve<DigitalProductsModuleService>(DIGITAL_PRODUCTS_MODULE)

export const filesOf = (container: Pick<MedusaContainer, "resolve">) =>
  container.resolve<FilesModuleService>(FILES_MODULE)

/**
 * One file of a digital product.
 * @throws NOT_FOUND when there is none, or it is another product's
 */
export async function findFile(
  container: Pick<MedusaContainer, "resolve">,
  { product_id, file_id }: { product_id: string; file_id: string }
) {
  const [file] = await digitalOf(container).listDigitalFiles(
    { id: file_id, digital_product_id: product_id },
    { take: 1 }
  )
  if (!file) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `The file ${file_id} was not found`
    )
  }
  return file
}
