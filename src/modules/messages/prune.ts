import type { SqlExecutor } from "../../utils/add-job"
import { DROP_MAILBOX_MAILS } from "./mailbox-sql"
import { DROP_NOTES, FORGET_NOTE_TEXTS } from "./note-sql"
import { FORGET_BODIES, FORGET_ROWS, OLD_BODIES, OLD_ROWS } from "./prune-sql"

export type PruneLimits = {
  bodiesBefore: Date
  rowsBefore: Date
  /** Gets what is about to be forgotten; it is forgotten only once this has returned. */
  archive?: (rows: Record<string, unknown>[]) => Promise<void>
}

type OldRow = { id: string; created_at: Date }

const STEP = 1000

/** @returns how many messages went, and of how many others what they said */
export async function pruneMessages(
  sql: SqlExecutor,
  { bodiesBefore, rowsBefore, archive }: PruneLimits
): Promise<{ bodies: number; rows: number }> {
  const inSteps = async (find: string, forget: string, before: Date) => {
    let count = 0
    let from = new Date(0)
    for (;;) {
      const old = (await sql.execute(find, [
        ...[from.toISOString(), before.toISOString(), STEP],
      ])) as OldRow[]
      from = new Date(old.at(-1)?.created_at ?? from)
      if (old.length > 0) {
        await archive?.(old)
        await sql.execute(forget, [old.map(({ id }) => id).join(",")])
      }
      count += old.length
      if (old.length < STEP) {
        return count
      }
    }
  }
  const rows = await inSteps(OLD_ROWS, FORGET_ROWS, rowsBefore)
  const bodies = await inSteps(OLD_BODIES, FORGET_BODIES, bodiesBefore)
  await sql.execute(DROP_MAILBOX_MAILS, [bodiesBefore.toISOString()])
  await sql.execute(DROP_NOTES, [rowsBefore.toISOString()])
  await sql.execute(FORGET_NOTE_TEXTS, [bodiesBefore.toISOString()])
  return { bodies, rows }
}
