import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import type {
  AdminMessageBrand,
  MessageChannel,
  StoreMessage,
  SuppressionReason,
} from "../../types/messages"
import { addJob } from "../../utils/add-job"
import { type DeliveryReport, mergeReports } from "../../utils/delivery-report"
import { NO_BRAND, READ_BRAND, saveBrandSql } from "./brand-sql"
import Message from "./models/message"
import MessageBrand from "./models/message-brand"
import MessageSuppression from "./models/message-suppression"
import { DROP_BODIES, DROP_ROWS } from "./prune-sql"
import {
  CANCEL,
  INSERT,
  type NewMessage,
  newMessageValues,
  sendJobKey,
} from "./queue-sql"
import {
  COMPLETE_ATTEMPT,
  LOCK_REPORTED,
  RECORD_REPORTS,
  reportedIds,
  reportRows,
} from "./report-sql"
import { CUSTOMER_MESSAGES } from "./store-sql"
import { SUPPRESS, SUPPRESS_RECIPIENT, SUPPRESSED } from "./suppression-sql"

type SqlContext = Context<SqlEntityManager>

export type MessageRow = InferTypeOf<typeof Message>
export type SuppressionRow = InferTypeOf<typeof MessageSuppression>

const PRUNE_STEP = 1000

export const SEND_TASK = "messages-send"

/** What an attempt sends, as it may be kept: tokens are masked. */
export type RenderedMessage = {
  recipient: string
  customer_id: string | null
  order_id: string | null
  locale: string
  /** Null for what is no mail. */
  subject: string | null
  html: string | null
  text: string
  mail_id: string | null
}

export type NewSuppression = Pick<
  SuppressionRow,
  "channel" | "address" | "reason" | "created_by"
>

/** Keeps every message with its state; a message and the job that sends it are written together. */
export default class MessagesModuleService extends MedusaService({
  Message,
  MessageSuppression,
  MessageBrand,
}) {
  /**
   * Queues a message; the same one again changes nothing.
   * @param sealWith - the suite's secret, for a message with secrets
   * @returns its id, or nothing when it was asked for before
   */
  @InjectTransactionManager()
  async queueMessage(
    message: NewMessage,
    sealWith?: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string | undefined> {
    const { secrets } = message
    if (secrets && !sealWith) {
      throw new MedusaError(
        MedusaError.Types.INVALID_ARGUMENT,
        "A message with secrets needs something to seal them with"
      )
    }
    const manager = context.transactionManager as SqlEntityManager
    const [row] = await manager.execute<{ id: string }[]>(
      INSERT,
      newMessageValues(message)
    )
    if (row) {
      const payload = { id: row.id, ...(secrets && { secrets }) }
      await addJob(manager, SEND_TASK, payload, {
        key: sendJobKey(row.id),
        sealWith: secrets && sealWith,
      })
    }
    return row?.id
  }

  /**
   * Forgets old messages, in steps: first what they said, then all of them.
   * @returns how many of each
   */
  @InjectManager()
  async pruneMessages(
    { bodiesBefore, rowsBefore }: { bodiesBefore: Date; rowsBefore: Date },
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ bodies: number; rows: number }> {
    const manager = context.manager as SqlEntityManager
    const inSteps = async (sql: string, before: Date) => {
      let count = 0
      for (;;) {
        const done = await manager.execute<unknown[]>(sql, [
          before.toISOString(),
          PRUNE_STEP,
        ])
        count += done.length
        if (done.length < PRUNE_STEP) {
          return count
        }
      }
    }
    const rows = await inSteps(DROP_ROWS, rowsBefore)
    return { bodies: await inSteps(DROP_BODIES, bodiesBefore), rows }
  }

  /** A page of what a customer was sent, the newest first, with the count of all. */
  @InjectManager()
  async listCustomerMessages(
    customerId: string,
    { limit, offset }: { limit: number; offset: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ messages: StoreMessage[]; count: number }> {
    const manager = context.manager as SqlEntityManager
    const [found] = await manager.execute<
      { messages: StoreMessage[]; count: number }[]
    >(CUSTOMER_MESSAGES, [customerId, limit, offset])
    return found ?? { messages: [], count: 0 }
  }

  /** How an admin wants messages to look; null where the options decide. */
  @InjectManager()
  async readBrand(
    @MedusaContext() context: SqlContext = {}
  ): Promise<AdminMessageBrand> {
    const manager = context.manager as SqlEntityManager
    const [brand] = await manager.execute<AdminMessageBrand[]>(READ_BRAND)
    return brand ?? NO_BRAND
  }

  /**
   * Changes how messages look from now on.
   * @param change - null leaves it to the options again, what is not given stays
   */
  @InjectManager()
  async saveBrand(
    change: Partial<AdminMessageBrand>,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const { sql, values } = saveBrandSql(change)
    await (context.manager as SqlEntityManager).execute(sql, values)
  }

  /**
   * Takes a message back that waits.
   * @returns whether it was still there to be taken back
   */
  @InjectTransactionManager()
  async cancelMessage(
    id: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<boolean> {
    const manager = context.transactionManager as SqlEntityManager
    const canceled = await manager.execute<unknown[]>(CANCEL, [id])
    if (canceled.length > 0) {
      await manager.execute("select graphile_worker.remove_job(?)", [
        sendJobKey(id),
      ])
    }
    return canceled.length > 0
  }

  /**
   * Counts an attempt.
   * @returns the message, or nothing when it was sent, given up or taken back: a job may run again after its end
   */
  @InjectManager()
  async beginAttempt(
    id: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<MessageRow | undefined> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(
      `update message set attempts = attempts + 1, updated_at = now()
       where id = ? and status = 'queued' and deleted_at is null`,
      [id]
    )
    const [message] = await this.listMessages({ id }, { take: 1 })
    return message?.status === "queued" ? message : undefined
  }

  /** Notes that the vendor has taken it; what a report has told meanwhile stays. */
  @InjectManager()
  async completeAttempt(
    id: string,
    notificationId: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(COMPLETE_ATTEMPT, [notificationId, id])
  }

  /**
   * Writes down what a vendor tells of messages. They only move forwards, so reports may come twice
   * and in any order; ids of no message of the channel are passed over.
   */
  @InjectTransactionManager()
  async recordReports(
    channel: MessageChannel,
    reports: DeliveryReport[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.transactionManager as SqlEntityManager
    const merged = mergeReports(reports)
    await manager.execute(LOCK_REPORTED, [reportedIds(merged)])
    await manager.execute(RECORD_REPORTS, [
      reportRows(merged),
      channel,
      channel,
    ])
  }

  /** Why nothing is sent to an address, or nothing when it may be written to. */
  @InjectManager()
  async suppressionOf(
    channel: MessageChannel,
    address: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<SuppressionReason | undefined> {
    const manager = context.manager as SqlEntityManager
    const [found] = await manager.execute<{ reason: SuppressionReason }[]>(
      SUPPRESSED,
      [channel, address]
    )
    return found?.reason
  }

  /**
   * Puts an address on the list; one that is there already keeps its reason.
   * @returns its row
   */
  @InjectTransactionManager()
  async suppressAddress(
    { channel, address, reason, created_by }: NewSuppression,
    @MedusaContext() context: SqlContext = {}
  ): Promise<SuppressionRow> {
    const manager = context.transactionManager as SqlEntityManager
    const id = generateEntityId(undefined, "msgsup")
    const [row] = await manager.execute<SuppressionRow[]>(SUPPRESS, [
      ...[id, channel, address, reason, created_by],
    ])
    return row as SuppressionRow
  }

  /** The same for whom a message was to go to. */
  @InjectManager()
  async suppressRecipient(
    messageId: string,
    reason: SuppressionReason,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    const id = generateEntityId(undefined, "msgsup")
    await manager.execute(SUPPRESS_RECIPIENT, [id, reason, messageId])
  }

  /** Writes down why an attempt failed, and after the last one that the message is given up. */
  @InjectManager()
  async failAttempt(
    id: string,
    { error, isLast }: { error: string; isLast: boolean },
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(
      `update message set last_error = ?, updated_at = now(),
         status = case when ?::boolean then 'failed' else status end
       where id = ? and status = 'queued'`,
      [error, isLast, id]
    )
  }
}
