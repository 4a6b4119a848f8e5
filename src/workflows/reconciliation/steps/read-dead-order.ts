import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../utils/in-transaction"

type DeadOrder = {
  line_item_ids: string[]
  cart_id: string | null
  payment_collection_id: string | null
  is_untouched: boolean
}

/** Nobody has paid for it, worked on it, or sent anything of it. */
const DEAD_ORDER = `
  select
    (select coalesce(json_agg(i.item_id), '[]'::json) from order_item i
      where i.order_id = o.id and i.deleted_at is null) as line_item_ids,
    (select cart_id from order_cart l where l.order_id = o.id and l.deleted_at is null limit 1) as cart_id,
    (select payment_collection_id from order_payment_collection l
      where l.order_id = o.id and l.deleted_at is null limit 1) as payment_collection_id,
    o.version = 1 and o.canceled_at is null and not o.is_draft_order
      and not exists (select from order_fulfillment f where f.order_id = o.id and f.deleted_at is null)
      and not exists (select from order_change c where c.order_id = o.id and c.deleted_at is null)
      and not exists (select from order_transaction t where t.order_id = o.id and t.deleted_at is null)
      and not exists (
        select from order_payment_collection l
        join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
        where l.order_id = o.id and l.deleted_at is null
          -- An orphan may share the collection with the order that its cart got in the end.
          and exists (select from order_cart c where c.order_id = o.id and c.deleted_at is null))
      as is_untouched
  from "order" o where o.id = ? and o.deleted_at is null`

/** @throws NOT_ALLOWED when the order is anybody's business by now */
export const readDeadOrderStep = createStep(
  "read-dead-order",
  async ({ order_id }: { order_id: string }, { container }) => {
    const [order] = (await inTransaction(container, (sql) =>
      sql.execute(DEAD_ORDER, [order_id])
    )) as DeadOrder[]
    if (!order?.is_untouched) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `The order ${order_id} is gone, or somebody has worked on it`
      )
    }
    return new StepResponse(order)
  }
)
