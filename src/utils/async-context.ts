import { AsyncLocalStorage } from "node:async_hooks"
import type { Actor } from "./actor-context"
import type { CollectedCash } from "./collected-cash"
import type { OutsideRefund } from "./outside-refund"

/** What callers tell to all that they set in motion, through Medusa's workflows. */
type AsyncContext = {
  actor?: () => Actor
  collectedCash?: CollectedCash
  outsideRefund?: OutsideRefund
}

/** One for everything: each further storage makes every promise of the process dearer (30 to 70 ns on Node 20). */
const storage = new AsyncLocalStorage<AsyncContext>()

/** How many still need it. Without any it is switched off: a process that only reads shall not pay for it. */
let needed = 0

/**
 * Keeps what is told to what runs now from being lost, until the returned function is called; for work that nobody
 * awaits. Called again, that function does nothing.
 */
export function keepContext(): () => void {
  needed += 1
  let isOver = false
  return () => {
    needed -= isOver ? 0 : 1
    isOver = true
    if (needed === 0) {
      storage.disable()
    }
  }
}

/** Runs something that also sees `more`; so does all that it awaits. */
export function runWith<Result>(
  more: AsyncContext,
  work: () => Result
): Result {
  const done = keepContext()
  let result: Result | undefined
  try {
    result = storage.run({ ...storage.getStore(), ...more }, work)
    return result
  } finally {
    if (result instanceof Promise) {
      result.then(done, done)
    } else {
      done()
    }
  }
}

export const asyncContext = (): AsyncContext => storage.getStore() ?? {}
