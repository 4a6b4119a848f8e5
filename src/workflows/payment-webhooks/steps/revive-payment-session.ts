import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * A session whose earlier attempt failed or was canceled, and that was paid after all: Medusa
 * completes no cart whose only session is over. Not undone: it is true.
 */
export const revivePaymentSessionStep = createStep(
  "revive-payment-session",
  async ({ session_id: id }: { session_id: string }, { container }) => {
    const connection = container.resolve<Knex>(
      ContainerRegistrationKeys.PG_CONNECTION
    )
    await connection.raw(
      `update payment_session set status = 'pending', updated_at = now()
       where id = ? and status in ('error', 'canceled') and authorized_at is null`,
      [id]
    )
    return new StepResponse(undefined)
  }
)
