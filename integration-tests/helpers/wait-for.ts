import { setTimeout as sleep } from "node:timers/promises"

type Wait = {
  /** Says in the failure what never came. */
  what: string
  /** @default 15000 */
  timeoutMs?: number
  /** @default 100 */
  intervalMs?: number
}

/**
 * Asks until the answer is truthy, and returns it.
 * @example
 * const order = await waitFor(() => findOrder(cart.id), { what: "the order" })
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 15_000, intervalMs = 100 }: Wait
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await condition()
    if (answer) {
      return answer
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms for ${what} in vain`)
    }
    await sleep(intervalMs)
  }
}
