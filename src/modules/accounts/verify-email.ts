import { generateEntityId } from "@medusajs/framework/utils"
import type { SqlExecutor } from "../../utils/add-job"
import {
  LAST_SENT,
  SEND_CODE,
  TRY_CODE,
  USE_CODE,
  VERIFY,
} from "./verification-sql"

const SECOND_MS = 1000
/** Between two mails. */
const PAUSE_MS = 60 * SECOND_MS
const CODE_MS = 600 * SECOND_MS
const TRIES = 5

export type NewCode = {
  auth_identity_id: string
  email: string
  code_hash: string
}

export type SentCode =
  | { sent: true; id: string; expires_at: Date }
  | { sent: false; retryAfterSeconds: number }

/** Replaces the code that was sent before, unless that was just now. */
export async function sendCode(
  sql: SqlExecutor,
  { auth_identity_id, email, code_hash }: NewCode,
  now: Date
): Promise<SentCode> {
  const expires_at = new Date(now.getTime() + CODE_MS)
  const [sent] = (await sql.execute(SEND_CODE, [
    ...[generateEntityId(undefined, "emcode"), auth_identity_id, email],
    ...[code_hash, now, expires_at, new Date(now.getTime() - PAUSE_MS)],
  ])) as { id: string }[]
  if (sent) {
    return { sent: true, id: sent.id, expires_at }
  }
  const [last] = (await sql.execute(LAST_SENT, [auth_identity_id])) as {
    sent_at: Date
  }[]
  const rest = PAUSE_MS - (now.getTime() - (last?.sent_at ?? now).getTime())
  const retryAfterSeconds = Math.max(1, Math.ceil(rest / SECOND_MS))
  return { sent: false, retryAfterSeconds }
}

/** Counts a try. It commits by itself: a wrong one must not be taken back. @returns what it is to be compared with */
export async function tryCode(
  sql: SqlExecutor,
  authIdentityId: string,
  now: Date
): Promise<{ email: string; code_hash: string } | undefined> {
  const rows = await sql.execute(TRY_CODE, [authIdentityId, now, TRIES])
  return (rows as { email: string; code_hash: string }[])[0]
}

/** @returns whether it was still there */
export async function useCode(
  sql: SqlExecutor,
  { auth_identity_id, email, code_hash }: NewCode,
  now: Date
): Promise<boolean> {
  const used = (await sql.execute(USE_CODE, [
    auth_identity_id,
    code_hash,
  ])) as unknown[]
  if (used.length > 0) {
    await verifyEmail(sql, { auth_identity_id, email }, now)
  }
  return used.length > 0
}

/** Completes Medusa's own verification. */
export async function verifyEmail(
  sql: SqlExecutor,
  { auth_identity_id, email }: Omit<NewCode, "code_hash">,
  now: Date
): Promise<void> {
  await sql.execute(VERIFY, [
    ...[generateEntityId(undefined, "authver"), auth_identity_id, email],
    ...[now, now],
  ])
}
