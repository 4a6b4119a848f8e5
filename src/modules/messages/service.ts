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
  MessageStatus,
  StoreMessage,
  SuppressionReason,
} from "../../types/messages"
import { addJob } from "../../utils/add-job"
import { type DeliveryReport, mergeReports } from "../../utils/delivery-report"
import { NO_BRAND, READ_BRAND, saveBrandSql } from "./brand-sql"
import Message from "./models/message"
import MessageBrand from "./models/message-brand"
import MessageNote from "./models/message-note"
import MessagePreference from "./models/message-preference"
import MessageSuppression from "./models/message-suppression"
import {
  COUNT_NOTE_MESSAGES,
  INSERT_NOTE,
  INSERT_NOTE_MESSAGES,
  LIST_MEMBERS,
  LOCK_NOTE,
  MOVE_NOTE,
  type NewNote,
  newNoteValues,
  type NoteBatch,
  noteMessageId,
  type NoteMember,
  noteMessages,
} from "./note-sql"
import {
  type ChosenPreferences,
  preferenceRows,
  SET_PREFERENCE,
  UNWANTED,
} from "./preference-sql"
import { type PruneLimits, pruneMessages } from "./prune"
import {
  CANCEL,
  CANCEL_ATTEMPT,
  INSERT,
  type NewMessage,
  newMessageValues,
  sendJobKey,
} from "./queue-sql"
import {
  LOCK_REPORTED,
  RECORD_REPORTS,
  reportedIds,
  reportRows,
} from "./report-sql"
import {
  BEGIN_ATTEMPT,
  LIST_WAITING,
  NOTE_SENT,
  QUEUE_ALONE,
  STORE_RENDERED,
} from "./send-sql"
import { CUSTOMER_MESSAGES } from "./store-sql"
import { SUPPRESS, SUPPRESS_RECIPIENT, SUPPRESSED } from "./suppression-sql"

type SqlContext = Context<SqlEntityManager>

export type MessageRow = InferTypeOf<typeof Message>
/** A message with what is told of its reader; nothing of one who is gone. */
export type WaitingMessage = MessageRow & {
  email: string | null
  first_name: string | null
  last_name: string | null
}
export type MessageNoteRow = InferTypeOf<typeof MessageNote>
export type SuppressionRow = InferTypeOf<typeof MessageSuppression>

export const SEND_TASK = "messages-send"
const NOTE_TASK = "messages-write"

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

export type Reader = Pick<RenderedMessage, "customer_id" | "recipient">

export type NewSuppression = Pick<
  SuppressionRow,
  "channel" | "address" | "reason" | "created_by"
>

/** Keeps every message with its state; a message and the job that sends it are written together. */
export default class MessagesModuleService extends MedusaService({
  Message,
  MessageBrand,
  MessageNote,
  MessagePreference,
  MessageSuppression,
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
   * Forgets old messages, in steps: first what they said, then all of them; and what admins wrote.
   * @returns how many of each
   */
  @InjectManager()
  async pruneMessages(
    limits: PruneLimits,
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ bodies: number; rows: number }> {
    return pruneMessages(context.manager as SqlEntityManager, limits)
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
    const [message] = await manager.execute<MessageRow[]>(BEGIN_ATTEMPT, [id])
    return message
  }

  /** Those of some messages of a note that are still to be sent, with their readers. */
  @InjectManager()
  async listWaiting(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<WaitingMessage[]> {
    const manager = context.manager as SqlEntityManager
    return manager.execute<WaitingMessage[]>(LIST_WAITING, [ids.join(",")])
  }

  /**
   * Keeps what is about to go out, tokens masked.
   * @param counts - whether the attempts at them are still to be counted
   * @returns the ids of those that still wait
   */
  @InjectManager()
  async storeRendered(
    mails: (RenderedMessage & { id: string })[],
    { counts }: { counts: boolean },
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    // Past MikroORM, which writes values into the statement: many mails are a megabyte.
    const knex = (context.manager as SqlEntityManager).getKnex()
    const values = [Number(counts), JSON.stringify(mails)]
    const { rows } = await knex.raw<{ rows: { id: string }[] }>(
      ...[STORE_RENDERED, values]
    )
    return rows.map(({ id }) => id)
  }

  /** Writes down that the mail server, or the vendor, has taken them; what a report has told meanwhile stays. */
  @InjectManager()
  async noteSent(
    sent: { id: string; notification_id: string | null }[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(NOTE_SENT, [JSON.stringify(sent)])
  }

  /** Gives each of some messages that are still to be sent a job of its own. */
  @InjectManager()
  async queueAlone(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    if (ids.length > 0) {
      const manager = context.manager as SqlEntityManager
      await manager.execute(QUEUE_ALONE, [ids.join(",")])
    }
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

  /** Ends a message that its recipient does not want; nothing failed. */
  @InjectManager()
  async cancelAttempt(
    id: string,
    reason: string,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(CANCEL_ATTEMPT, [reason, id])
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

  /**
   * Keeps what an admin wrote, with the message to its customer or the job that queues those of its group.
   * @returns its id, or nothing when it was asked for before
   */
  @InjectTransactionManager()
  async createNote(
    note: NewNote,
    @MedusaContext() context: SqlContext = {}
  ): Promise<string | undefined> {
    const manager = context.transactionManager as SqlEntityManager
    const [row] = await manager.execute<{ id: string }[]>(
      INSERT_NOTE,
      newNoteValues(note)
    )
    if (row && note.customer_id) {
      const { customer_id, category, order_id = null } = note
      const about = { customer_id, category, order_id, subject_id: row.id }
      const message = { ...about, channel: "email", template: "note" } as const
      const key = { idempotency_key: `note:${row.id}`, cause: "note" }
      await this.queueMessage({ ...message, ...key }, undefined, context)
    } else if (row) {
      const options = { key: `note:${row.id}` }
      await addJob(manager, NOTE_TASK, { note_id: row.id }, options)
    }
    return row?.id
  }

  /** The next members of a group, in the order of their ids. */
  @InjectManager()
  async listMembers(
    groupId: string,
    { after, limit }: { after: string | null; limit: number },
    @MedusaContext() context: SqlContext = {}
  ): Promise<NoteMember[]> {
    const manager = context.manager as SqlEntityManager
    return manager.execute(LIST_MEMBERS, [groupId, after ?? "", limit])
  }

  /**
   * Queues the messages of a part of a group, and moves the note's cursor behind them: both or neither.
   * Of two at once, the second changes nothing.
   */
  @InjectTransactionManager()
  async queueNoteBatch(
    batch: NoteBatch,
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.transactionManager as SqlEntityManager
    const { note_id, after, members, isLast } = batch
    const [note] = await manager.execute<
      Pick<MessageNoteRow, "cursor" | "category" | "order_id" | "queued_at">[]
    >(LOCK_NOTE, [note_id])
    if (!note || note.queued_at || note.cursor !== after) {
      return
    }
    const { order_id, category } = note
    await manager.execute(INSERT_NOTE_MESSAGES, [
      ...[noteMessageId(new Date()), note_id, order_id, category],
      noteMessages(batch),
    ])
    const last = members.at(-1)?.id ?? null
    await manager.execute(MOVE_NOTE, [last, isLast, note_id])
  }

  /** What became of the messages of some notes, those sent again left out. */
  @InjectManager()
  async countNoteMessages(
    noteIds: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<{ note_id: string; status: MessageStatus; count: number }[]> {
    const manager = context.manager as SqlEntityManager
    return manager.execute(COUNT_NOTE_MESSAGES, [noteIds.join(",")])
  }
}
