import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

type Movement = { payment_id: string; raw_amount: BigNumberInput }

/** The services of Medusa's payment module that keep captures and refunds. */
type Movements = {
  retrieve: (id: string, config: object) => Promise<Movement>
  list: (filters: object, config: object) => Promise<Movement[]>
}

/**
 * Medusa itself lets a refund be one minor unit more than what was taken; a gateway would refuse it.
 * @throws NOT_ALLOWED when the refunds of a payment, this one among them, are more than its captures
 */
export async function refuseMoreThanTaken(
  cradle: Record<string, unknown>,
  refundId: string | null
): Promise<void> {
  if (!refundId) {
    return
  }
  const captures = cradle.captureService as Movements
  const refunds = cradle.refundService as Movements
  const { payment_id } = await refunds.retrieve(refundId, {})
  const taken = await sumOf(captures, payment_id)
  const given = await sumOf(refunds, payment_id)
  if (MathBN.gt(given, taken)) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "amount: must not be more than what was collected and not given back yet"
    )
  }
}

async function sumOf(service: Movements, payment_id: string) {
  const rows = await service.list({ payment_id }, { take: null })
  return rows.reduce<BigNumberInput>(
    (sum, { raw_amount }) => MathBN.add(sum, raw_amount),
    0
  )
}
