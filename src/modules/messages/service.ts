import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, InferTypeOf } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import type { MessageStatus } from "../../types/messages"
import { addJob, removeJob } from "../../utils/add-job"
import { KEEP_MAIL } from "./mailbox-sql"
import { MessageAudience } from "./message-audience"
import type Message from "./models/message"
import type MessageNote from "./models/message-note"
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
  CANCEL,
  CANCEL_ATTEMPT,
  INSERT,
  type NewMessage,
  newMessageValues,
  sendJobKey,
} from "./queue-sql"
import {
  BEGIN_ATTEMPT,
  LIST_WAITING,
  NOTE_SENT,
  QUEUE_ALONE,
  STORE_RENDERED,
} from "./send-sql"

type SqlContext = Context<SqlEntityManager>

export type MessageRow = InferTypeOf<typeof Message>
/** A message with what is told of its reader; nothing of one who is gone. */
export type WaitingMessage = MessageRow & {
  email: string | null
  first_name: string | null
  last_name: string | null
}
export type MessageNoteRow = InferTypeOf<typeof MessageNote>

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

/** Keeps every message with its state; a message and the job that sends it are written together. */
export default class MessagesModuleService extends MessageAudience {
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
      await removeJob(manager, sendJobKey(id))
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

  /** Keeps mails that stay in the store as they are, sealed; once more is the same. */
  @InjectManager()
  async keepMailboxMails(
    mails: { id: string; sealed: string }[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    const manager = context.manager as SqlEntityManager
    await manager.execute(KEEP_MAIL, [JSON.stringify(mails)])
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
