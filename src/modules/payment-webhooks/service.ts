import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Pool } from "@medusajs/framework/pg"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { PaymentWebhookStatus } from "../../types/payment-webhooks"
import { addJob } from "../../utils/add-job"
import PaymentWebhook from "./models/payment-webhook"
import {
  insertWebhook,
  PROCESS_TASK,
  processJobKey,
  type ReceivedWebhook,
} from "./receive-sql"

type SqlContext = Context<SqlEntityManager>

export type PaymentWebhookRow = InferTypeOf<typeof PaymentWebhook>

/** What became of a webhook. */
export type PaymentWebhookEnd = {
  status: Exclude<PaymentWebhookStatus, "received">
  /** One line, no secrets. */
  reason: string | null
}

/** Nothing more happens to these, unless they are replayed. */
const FINISHED = ["done", "ignored", "failed", "dead"]

export default class PaymentWebhooksModuleService extends MedusaService({
  PaymentWebhook,
}) {
  /**
   * Stores a webhook and queues its work, both or neither; the same one again changes nothing.
   *
   * @param pool - connections of the suite's own, as the module `jobs` has them
   * @returns its id, or nothing when it was received before
   * @throws what the database throws; the gateway must then be told to come again
   */
  async receive(
    pool: Pool,
    webhook: ReceivedWebhook
  ): Promise<string | undefined> {
    return insertWebhook(pool, webhook)
  }

  /**
   * Counts an attempt.
   * @returns the webhook, or nothing when it is gone or finished: a job may run again after its end
   */
  @InjectManager()
  async beginAttempt(
    id: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<PaymentWebhookRow | undefined> {
    await execute(
      context,
      `update payment_webhook set attempts = attempts + 1, updated_at = now()
       where id = ? and status <> all(?::text[]) and deleted_at is null`,
      [id, `{${FINISHED.join(",")}}`]
    )
    const [webhook] = await this.listPaymentWebhooks({ id }, { take: 1 })
    return webhook && !FINISHED.includes(webhook.status) ? webhook : undefined
  }

  /** Writes down what became of a webhook; `dead` with the last error, all others without. */
  @InjectManager()
  async finish(
    id: string,
    { status, reason }: PaymentWebhookEnd,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await execute(
      context,
      `update payment_webhook set status = ?, reason = ?, last_error = null,
         finished_at = now(), updated_at = now() where id = ?`,
      [status, reason, id]
    )
  }

  /** Writes down why an attempt failed, and after the last one that the webhook is dead. */
  @InjectManager()
  async failAttempt(
    id: string,
    { error, isLast }: { error: string; isLast: boolean },
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await execute(
      context,
      `update payment_webhook set last_error = ?,
         status = case when ?::boolean then 'dead' else status end,
         finished_at = case when ?::boolean then now() end, updated_at = now()
       where id = ?`,
      [error, isLast, isLast, id]
    )
  }

  /**
   * Lets webhooks be worked off again, with all their attempts. What had its effect has it
   * no second time.
   * @returns the ids that exist
   */
  @InjectTransactionManager()
  async replay(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    const manager = context.transactionManager as SqlEntityManager
    const rows = await manager.execute<{ id: string }[]>(
      `update payment_webhook set status = 'received', finished_at = null, updated_at = now()
       where id in (select json_array_elements_text(?::json)) and deleted_at is null
       returning id`,
      [JSON.stringify(ids)]
    )
    for (const { id } of rows) {
      await addJob(manager, PROCESS_TASK, { id }, { key: processJobKey(id) })
    }
    return rows.map(({ id }) => id)
  }
}

/** `@InjectManager` has put a manager into the context of every caller. */
async function execute(context: SqlContext, sql: string, values: unknown[]) {
  await (context.manager as SqlEntityManager).execute(sql, values)
}
