import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN, MedusaError } from "@medusajs/framework/utils"

type Movement = { payment_id: string; raw_amount: BigNumberInput }

/** Medusa's own services of captures and refunds. */
type Movements = {
  retrieve: (id: string, config: object) => Promise<Movement>
  list: (filters: object, config: object) => Promise<Movement[]>
}

/** How much a capture takes: Medusa tells its providers only the capture's id. */
export async function capturedAmount(
  cradle: Record<string, unknown>,
  captureId: string | undefined
): Promise<BigNumberInput | undefined> {
  const captures = movementsOf(cradle, "captureService")
  if (!captures || !captureId) {
    return undefined
  }
  return (await captures.retrieve(captureId, {})).raw_amount
}

/**
 * Medusa itself lets a refund be one minor unit more than what was taken; a gateway would refuse it.
 * @throws NOT_ALLOWED when the refunds of a payment, this one among them, are more than its captures
 */
export async function refuseMoreThanTaken(
  cradle: Record<string, unknown>,
  refundId: string | null
): Promise<void> {
  const captures = movementsOf(cradle, "captureService")
  const refunds = movementsOf(cradle, "refundService")
  if (!captures || !refunds || !refundId) {
    return
  }
  const { payment_id } = await refunds.retrieve(refundId, {})
  const [taken, given] = await Promise.all(
    [captures, refunds].map((service) => sumOf(service, payment_id))
  )
  if (MathBN.gt(given ?? 0, taken ?? 0)) {
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

/** The payment module's container throws for what it does not have. */
function movementsOf(
  cradle: Record<string, unknown>,
  name: "captureService" | "refundService"
): Movements | undefined {
  try {
    return cradle[name] as Movements | undefined
  } catch {
    return undefined
  }
}
