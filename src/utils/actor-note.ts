import type { Actor } from "./actor-context"

/** Marks the comment; also what the triggers look for. */
export const ACTOR_NOTE = "commerce_suite"

const WRITES =
  /^(?:insert into|update|delete from) "(?:payment_session|payment|capture|refund)"/

/**
 * Tells the database on whose behalf a write to a payment happens: a comment before the
 * statement, which triggers read with `current_query()`. It costs no round trip. Nobody else
 * can write it: it counts only at the very beginning, where no value of a statement stands,
 * and in hexadecimal nothing can end it.
 *
 * @returns the statement, with the note if it is such a write
 * @example knex.on("start", (query) => { query.sql = withActorNote(query.sql, currentActor) })
 */
export function withActorNote(sql: string, actor: () => Actor): string {
  if (!WRITES.test(sql)) {
    return sql
  }
  const note = Buffer.from(JSON.stringify(actor())).toString("hex")
  return `/*${ACTOR_NOTE}:${note}*/${sql}`
}
