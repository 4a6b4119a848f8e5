import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { featureOptions } from "../../../config/suite-options"
import licenceKeysLow, {
  type LicenceKeysLowData,
} from "../../../emails/licence-keys-low"
import { renderEmail } from "../../../emails/render-email"
import type { Renderer } from "../../../emails/template"
import { DIGITAL_PRODUCTS_MODULE } from "../../../modules/digital-products"
import type DigitalProductsModuleService from "../../../modules/digital-products/service"
import type { ReadLetter } from "../read-letter"
import { notWanted } from "../refuse-unwanted"

/** To one of the merchant's addresses, which the message was queued with; the subject is the digital product. */
export const readLicenceKeysLow: ReadLetter = async (
  container,
  { subject_id, recipient }
) => {
  const [product] = await container
    .resolve<DigitalProductsModuleService>(DIGITAL_PRODUCTS_MODULE)
    .listWithFiles(subject_id)
  if (!product || !recipient) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The product is digital no longer, or nobody is told"
    )
  }
  if (!product.keys.is_low) {
    throw notWanted("The pool was filled meanwhile")
  }
  const { free, waiting } = product.keys
  const { adminUrl } = featureOptions("messages")
  const data: LicenceKeysLowData = {
    title: await titleOf(container, product.variant_id),
    ...{ free, waiting },
    link: `${adminUrl}/products/${product.product_id}`,
  }
  return {
    ...{ recipient, customer_id: null, order_id: null, locale: null },
    render: (setting, own: Renderer<unknown> = licenceKeysLow) =>
      renderEmail(own, data, setting),
  }
}

/** Of the product with its variant. */
async function titleOf(container: MedusaContainer, variantId: string) {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "product_variant",
      fields: ["title", "product.title"],
      filters: { id: variantId },
    })
  const [variant] = data
  return variant?.product
    ? `${variant.product.title} (${variant.title})`
    : variantId
}
