import type { Pool } from "@medusajs/framework/pg"
import type { MedusaContainer } from "@medusajs/framework/types"
import { PAYMENT_WEBHOOKS_MODULE } from "../../../../modules/payment-webhooks"
import type { ReceivedWebhook } from "../../../../modules/payment-webhooks/receive-sql"
import type PaymentWebhooksModuleService from "../../../../modules/payment-webhooks/service"
import { JOBS_MODULE } from "../../../../modules/jobs"
import { within } from "../../../../utils/within"

/** A gateway has its answer within a second, and "come again" is one. */
const PATIENCE_MS = 900

/**
 * Stores a webhook and queues its work. What was stored only after the gateway had been told
 * to come again is a duplicate when it does.
 *
 * @throws when the database is down or too slow
 */
export async function storeWebhook(
  container: MedusaContainer,
  webhook: ReceivedWebhook
): Promise<void> {
  const service = container.resolve<PaymentWebhooksModuleService>(
    PAYMENT_WEBHOOKS_MODULE
  )
  const { pool } = container.resolve<{ pool: Pool }>(JOBS_MODULE)
  await within(
    PATIENCE_MS,
    service.receive(pool, webhook),
    `The database did not answer within ${PATIENCE_MS} ms`
  )
}
