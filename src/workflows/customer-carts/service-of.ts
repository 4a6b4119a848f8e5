import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { CUSTOMER_CARTS_MODULE } from "../../modules/customer-carts"
import type CustomerCartsModuleService from "../../modules/customer-carts/service"

export const cartsOf = (container: Pick<MedusaContainer, "resolve">) =>
  container.resolve<CustomerCartsModuleService>(CUSTOMER_CARTS_MODULE)

/** In Medusa's own words: a stranger cannot tell a cart that is another's from none. */
export const noSuchCart = (cartId: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Cart with id '${cartId}' not found`
  )
