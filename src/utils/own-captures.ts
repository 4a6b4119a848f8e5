import type { BigNumberInput } from "@medusajs/framework/types"
import { MathBN } from "@medusajs/framework/utils"

type Capture = { payment_id: string; raw_amount: BigNumberInput }

/** The service of Medusa's payment module that keeps captures. */
type CaptureService = {
  retrieve: (id: string, config: object) => Promise<Capture>
  list: (filters: object, config: object) => Promise<Capture[]>
}

export type CaptureAmounts = {
  amount: BigNumberInput
  /** Together with all captures of the payment before. */
  total: BigNumberInput
}

/**
 * How much a capture takes: Medusa tells its providers only the capture's id, and a part
 * of a payment must not take the whole.
 *
 * @throws when the payment module has no such capture
 */
export async function captureAmounts(
  cradle: Record<string, unknown>,
  captureId: string | undefined
): Promise<CaptureAmounts | undefined> {
  if (!captureId) {
    return undefined
  }
  const service = cradle.captureService as CaptureService
  const { payment_id, raw_amount } = await service.retrieve(captureId, {})
  const all = await service.list({ payment_id }, { take: null })
  const total = MathBN.sum(...all.map((capture) => capture.raw_amount))
  return { amount: raw_amount, total }
}
