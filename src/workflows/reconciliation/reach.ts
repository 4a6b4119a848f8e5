import type { AdminReconciliationPause } from "../../types/reconciliation"
import { errorLine } from "../../utils/redact"

type Reason = AdminReconciliationPause["reason"]

/** One failure may be one payment's; so many in a row are the gateway's. */
const FAILURES = 3

/**
 * Which providers may be asked in this run. One whose gateway does not answer, or whose keys
 * changed, is left alone, and all that is about it.
 */
export class Reach {
  readonly paused = new Map<string, Reason>()
  readonly answered = new Set<string>()
  readonly #failures = new Map<string, number>()

  /** @param unreachable - those that did not answer the last time: one failure more is enough */
  constructor(unreachable: string[]) {
    for (const provider of unreachable) {
      this.#failures.set(provider, FAILURES - 1)
    }
  }

  pause(providerId: string, reason: Reason) {
    this.paused.set(providerId, reason)
  }

  resume(providerId: string) {
    this.paused.delete(providerId)
  }

  isPaused(providerId: string): boolean {
    return this.paused.has(providerId)
  }

  /** @throws what the gateway's provider throws */
  async ask<Answer>(
    providerId: string,
    question: () => Promise<Answer>
  ): Promise<Answer> {
    try {
      const answer = await question()
      this.answered.add(providerId)
      this.#failures.delete(providerId)
      return answer
    } catch (error) {
      const failures = (this.#failures.get(providerId) ?? 0) + 1
      this.#failures.set(providerId, failures)
      if (failures >= FAILURES) {
        this.pause(providerId, "unreachable")
      }
      throw new NoAnswer(errorLine(error))
    }
  }
}

/** The gateway said nothing, or refused to. */
export class NoAnswer extends Error {}
