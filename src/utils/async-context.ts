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

/** Runs something that also sees `more`; so does all that it awaits. */
export const runWith = <Result>(
  more: AsyncContext,
  work: () => Result
): Result => storage.run({ ...storage.getStore(), ...more }, work)

export const asyncContext = (): AsyncContext => storage.getStore() ?? {}
