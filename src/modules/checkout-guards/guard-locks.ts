/**
 * Seconds that a checkout may hold its cart. Medusa takes two minutes, and one whose server died, or whose database
 * went away under it, gives the cart back no sooner: its order could not be placed by anyone in the meantime. Three
 * calls of a gateway that are each waited for to the end fit in; and whoever comes too early meets the guards.
 */
export const CART_LOCK_SECONDS = 75

type Terms = { expire?: number }

/** What Medusa's Locking Module locks with. */
export type LockKeeper = {
  acquire?: (
    keys: string | string[],
    terms?: Terms,
    ...rest: unknown[]
  ) => Promise<unknown>
}

const guarded = new WeakSet<LockKeeper>()

const isCart = (key: string) => key.startsWith("cart_")

function termsFor(keys: string | string[], terms?: Terms): Terms | undefined {
  const { expire = 0 } = terms ?? {}
  return [keys].flat().every(isCart) && expire > CART_LOCK_SECONDS
    ? { ...terms, expire: CART_LOCK_SECONDS }
    : terms
}

/** @returns false when this Medusa has no such method */
export function guardLocks(locking: LockKeeper): boolean {
  const { acquire } = locking
  if (!acquire) {
    return false
  }
  if (!guarded.has(locking)) {
    guarded.add(locking)
    locking.acquire = (keys, terms, ...rest) =>
      acquire.call(locking, keys, termsFor(keys, terms), ...rest)
  }
  return true
}
