import type { BigNumberInput } from "@medusajs/framework/types"

type CaptureService = {
  retrieve: (
    id: string,
    config: object
  ) => Promise<{ raw_amount: BigNumberInput }>
}

/** How much a capture takes: Medusa tells its providers only the capture's id. */
export async function capturedAmount(
  cradle: Record<string, unknown>,
  captureId: string | undefined
): Promise<BigNumberInput | undefined> {
  const captures = captureServiceOf(cradle)
  if (!captures || !captureId) {
    return undefined
  }
  return (await captures.retrieve(captureId, {})).raw_amount
}

/** The payment module's container throws for what it does not have. */
function captureServiceOf(
  cradle: Record<string, unknown>
): CaptureService | undefined {
  try {
    return cradle.captureService as CaptureService | undefined
  } catch {
    return undefined
  }
}
