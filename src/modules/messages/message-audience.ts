import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type { MessageChannel, SuppressionReason } from "../../types/messages"
import { type DeliveryReport, mergeReports } from "../../utils/delivery-report"
import { MessageKeeping } from "./message-keeping"
import type MessageSuppression from "./models/message-suppression"
import {
  type ChosenPreferences,
  preferenceRows,
  SET_PREFERENCE,
  UNWANTED,
} from "./preference-sql"
import {
  LOCK_REPORTED,
  RECORD_REPORTS,
  reportedIds,
  reportRows,
} from "./report-sql"
import { SUPPRESS, SUPPRESS_RECIPIENT, SUPPRESSED } from "./suppression-sql"

type SqlContext = Context<SqlEntityManager>

export type SuppressionRow = InferTypeOf<typeof MessageSuppression>

export type NewSuppression = Pick<
  SuppressionRow,
  "channel" | "address" | "reason" | "created_by"
>

/** Whom a message goes to. */
export type Reader = { customer_id: string | null; recipient: string }

/** Of the service: what became of messages at their readers, who wants none, and who may get none. */
export class MessageAudience extends MessageKeeping {
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

  /** Writes down what somebody chose; what they did not speak of stays. */
  @InjectTransactionManager()
  async setPreferences(
    chosen: ChosenPreferences,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.transactionManager as SqlEntityManager
    for (const values of preferenceRows(chosen)) {
      await manager.execute(SET_PREFERENCE, values)
    }
  }

  /** Those of some readers who do not want messages of a category. */
  @InjectManager()
  async listUnwanting<One extends Reader>(
    category: string,
    readers: One[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<One[]> {
    const manager = context.manager as SqlEntityManager
    const asked = readers.map(({ customer_id, recipient }, at) => ({
      ...{ at, customer_id, recipient },
    }))
    const found = await manager.execute<{ at: number }[]>(UNWANTED, [
      ...[JSON.stringify(asked), category, category],
    ])
    const places = new Set(found.map(({ at }) => at))
    return readers.filter((_, at) => places.has(at))
  }
}
