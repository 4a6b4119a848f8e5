import { createHash } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AdminWriteMessageBody } from "../../types/messages-notes"
import { MAX_ATTEMPTS } from "../../utils/add-job"
import { ulidSince } from "../../utils/ulid"
import { LATER } from "./send-sql"

export type NewNote = AdminWriteMessageBody & {
  recipients: number
  created_by: string
}

export type NoteMember = { id: string; email: string | null }

/** A part of a group, read after the note's cursor. */
export type NoteBatch = {
  note_id: string
  /** Where the note stood when they were read. */
  after: string | null
  members: NoteMember[]
  /** Whether nobody comes after them. */
  isLast: boolean
}

export const INSERT_NOTE = `
  insert into message_note (id, idempotency_key, subject, text, category, customer_id, customer_group_id,
    order_id, recipients, created_by, queued_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, case when ?::boolean then now() end)
  on conflict (idempotency_key) do nothing returning id`

export const newNoteValues = (note: NewNote) => [
  generateEntityId(undefined, "msgnote"),
  ...[note.idempotency_key, note.subject, note.text, note.category],
  ...[note.customer_id ?? null, note.customer_group_id ?? null],
  ...[note.order_id ?? null, note.recipients, note.created_by],
  note.customer_id !== undefined,
]

/** The next members of a group, in the order of their ids. */
export const LIST_MEMBERS = `
  select customer.id, customer.email from customer_group_customer link join customer on customer.id = link.customer_id
   where link.customer_group_id = ? and link.deleted_at is null and customer.deleted_at is null and customer.id > ?
   order by customer.id limit ?`

/** The second of two at once waits here, and then sees how far the first has come. */
export const LOCK_NOTE = `
  select cursor, category, order_id, queued_at from message_note where id = ? for update`

/** So many are sent by one job. */
const PER_JOB = 100
/** So many of these jobs run at the same time, on all instances together: others find a place beside them. */
const LANES = 2

/** A message's id but for the last sixteen letters, which the database adds: Medusa's takes longer than the rest of its row. */
export const noteMessageId = (now: Date) => `msg_${ulidSince(now)}`

/** Messages and the jobs that send them; who has one already gets none again. */
export const INSERT_NOTE_MESSAGES = `
  with made as (
    insert into message (id, channel, template, subject_id, order_id, customer_id, category, idempotency_key, cause)
    select ? || upper(right(replace(gen_random_uuid()::text, '-', ''), 16)), 'email', 'note', ?, ?,
        entry.customer_id, ?, entry.key, 'note'
      from json_to_recordset(?::json) as entry (customer_id text, key text)
    on conflict (idempotency_key) do nothing returning id
  ), part as (
    select json_agg(id) as ids, number
      from (select id, (row_number() over (order by id) - 1) / ${PER_JOB} as number from made) numbered
     group by number
  )
  select graphile_worker.add_job('messages-send-notes', payload => json_build_object('ids', ids),
    queue_name => 'messages-notes-' || number % ${LANES}, max_attempts => ${MAX_ATTEMPTS}, priority => ${LATER})
   from part`

/** One message per address: a guest and an account may share one. */
export const noteMessages = ({ note_id, members }: NoteBatch) =>
  JSON.stringify(
    members.flatMap(({ id, email }) =>
      email
        ? [
            {
              customer_id: id,
              key: `note:${note_id}:${addressKey(email)}`,
            },
          ]
        : []
    )
  )

const addressKey = (email: string) =>
  createHash("sha256").update(email.toLowerCase()).digest("hex")

export const MOVE_NOTE = `
  update message_note set cursor = coalesce(?, cursor), updated_at = now(),
    queued_at = case when ?::boolean then now() end
   where id = ?`

export const COUNT_NOTE_MESSAGES = `
  select subject_id as note_id, status, count(*)::int as count from message
   where template = 'note' and subject_id = any(string_to_array(?, ',')) and deleted_at is null
     and original_id is null
   group by 1, 2`

export const FORGET_NOTE_TEXTS = `
  update message_note set text = null, updated_at = now()
   where created_at < ? and text is not null and queued_at is not null`

export const DROP_NOTES = `
  delete from message_note where created_at < ? and queued_at is not null`
