import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../utils/in-transaction"

/** Unless the cart has got another order by now. */
const REOPEN = `
  update cart set completed_at = null, updated_at = now()
  where id = ? and completed_at is not null and not exists (
    select from order_cart l where l.cart_id = cart.id and l.deleted_at is null)`

/** As Medusa's own undo of a checkout does. The last step: nothing after it can fail. */
export const deleteDeadOrderStep = createStep(
  "delete-dead-order",
  async (
    { order_id, cart_id }: { order_id: string; cart_id: string | null },
    { container }
  ) => {
    await container.resolve(Modules.ORDER).deleteOrders([order_id])
    if (cart_id) {
      await inTransaction(container, (sql) => sql.execute(REOPEN, [cart_id]))
    }
    return new StepResponse(undefined)
  }
)
