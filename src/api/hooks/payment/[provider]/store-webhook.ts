import type { Pool } from "@medusajs/framework/pg"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { PAYMENT_WEBHOOKS_MODULE } from "../../../../modules/payment-webhooks"
import type { ReceivedWebhook } from "../../../../modules/payment-webhooks/receive-sql"
import type PaymentWebhooksModuleService from "../../../../modules/payment-webhooks/service"
import { JOBS_MODULE } from "../../../../modules/jobs"

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
  await inTime(service.receive(pool, webhook))
}

async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `The database did not answer within ${PATIENCE_MS} ms`
      reject(new MedusaError(MedusaError.Types.DB_ERROR, message))
    }, PATIENCE_MS)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
    // When the limit won, nobody else looks at how it ended.
    work.catch(() => undefined)
  }
}
