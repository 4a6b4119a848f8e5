import type { MedusaContainer } from "@medusajs/framework/types"
import { isOff } from "../../config/suite-options"
import { addJob } from "../../utils/add-job"
import { inTransaction } from "../../utils/in-transaction"
import { queueMessageWorkflow } from "../messages"
import { digitalOf } from "./service-of"

/** So few that a crash repeats little: what was queued is not queued again. */
const STEP = 200

/** Queues one mail per buyer, and a job for those who come after. */
export async function announceToBuyers(
  container: MedusaContainer,
  { file_id, after }: { file_id: string; after: string }
): Promise<void> {
  const service = digitalOf(container)
  const [file] = await service.listDigitalFiles({ id: file_id }, { take: 1 })
  if (!file || isOff("messages")()) {
    return
  }
  const orders = await service.listBuyers(file.digital_product_id, after, STEP)
  for (const order_id of orders) {
    await queueMessageWorkflow(container).run({
      input: {
        ...{ channel: "email", template: "file-updated" },
        category: "product_updates",
        ...{ subject_id: file_id, order_id },
        idempotency_key: `digital_file.announced:${file_id}:${order_id}`,
        cause: "digital_file.announced",
      },
    })
  }
  const last = orders.at(-1)
  if (last && orders.length === STEP) {
    await inTransaction(container, (sql) =>
      addJob(
        sql,
        "digital-products-announce",
        { file_id, after: last },
        { key: `digital_file.announced:${file_id}:${last}` }
      )
    )
  }
}
