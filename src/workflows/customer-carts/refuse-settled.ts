import { MedusaError } from "@medusajs/framework/utils"
import type { CartState } from "../../modules/customer-carts/service"

/** What is paid or an order already stays as it is. */
export function refuseSettled({ id, is_completed, is_paid }: CartState) {
  if (is_completed) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `cart_id: the cart ${id} is completed already`
    )
  }
  if (is_paid) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `cart_id: the cart ${id} is being paid; complete it first`
    )
  }
}
