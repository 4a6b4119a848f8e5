import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

export type UnpaidSession = {
  session_id: string
  action: "failed" | "canceled" | "requires_more" | "pending"
}

/**
 * The status an attempt leaves behind, and which it may replace: only forward, so that an old
 * event does no harm. After a failed attempt the gateway takes another one for the same session,
 * and Medusa completes no cart whose session is in `error`: so it asks for more instead.
 */
const MOVES: Record<
  UnpaidSession["action"],
  { status: string; from: string[] }
> = {
  pending: { status: "pending", from: ["pending"] },
  requires_more: { status: "requires_more", from: ["pending"] },
  failed: { status: "requires_more", from: ["pending"] },
  canceled: {
    status: "canceled",
    from: ["pending", "requires_more", "error", "pending_authorization"],
  },
}

/** One statement, so that an authorization at the same moment wins. Undone where nothing has moved on since. */
export const updateUnpaidSessionStep = createStep(
  "update-unpaid-session",
  async ({ session_id: id, action }: UnpaidSession, { container }) => {
    const { status, from } = MOVES[action]
    const connection = container.resolve<Knex>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    const { rows } = await connection.raw<{ rows: { status: string }[] }>(
      `with before as (
         select id, status from payment_session
         where id = ? and status = any(?) and authorized_at is null and deleted_at is null
         for update
       )
       update payment_session set status = ?, updated_at = now()
       from before where payment_session.id = before.id
       returning before.status`,
      [id, from, status]
    )
    const before = rows[0]?.status
    return new StepResponse(before !== undefined, { id, status, before })
  },
  async (change, { container }) => {
    if (!change?.before) {
      return
    }
    const connection = container.resolve<Knex>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    await connection.raw(
      `update payment_session set status = ?, updated_at = now()
       where id = ? and status = ? and authorized_at is null`,
      [change.before, change.id, change.status]
    )
  }
)
