import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** In seconds: a checkout that runs holds the lock for longer. */
const PATIENCE = 2

/**
 * Works on a cart while no checkout of it runs, on any instance: under the lock that Medusa's own
 * `complete-cart` takes.
 *
 * @returns nothing when a checkout is under way, or a dead one's lock has not run out
 */
export async function inCartsTurn<Result>(
  container: MedusaContainer,
  cartId: string,
  work: () => Promise<Result>,
  patience = PATIENCE
): Promise<{ result: Result } | undefined> {
  let hasBegun = false
  try {
    const result = await container.resolve(Modules.LOCKING).execute(
      cartId,
      () => {
        hasBegun = true
        return work()
      },
      { timeout: patience }
    )
    return { result }
  } catch (error) {
    if (hasBegun) {
      throw error
    }
    return undefined
  }
}
