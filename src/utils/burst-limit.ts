type Limits = {
  /** How often for one key within a window. */
  perKey: number
  /** How often altogether. */
  all: number
  windowMs: number
}

/**
 * Says whether something that may happen very often is still worth a word. It counts in this process's memory: for
 * what spares a log, never for what keeps anybody out.
 *
 * @example const limit = new BurstLimit({ perKey: 5, all: 300, windowMs: 60_000 })
 * limit.allows("203.0.113.7", Date.now())
 */
export class BurstLimit {
  readonly #limits: Limits
  #counts = new Map<string, number>()
  #sum = 0
  #end = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** @param now - milliseconds since 1970 */
  allows(key: string, now: number): boolean {
    const { perKey, all, windowMs } = this.#limits
    if (now >= this.#end) {
      this.#counts = new Map()
      this.#sum = 0
      this.#end = now + windowMs
    }
    const count = this.#counts.get(key) ?? 0
    if (count >= perKey || this.#sum >= all) {
      return false
    }
    this.#counts.set(key, count + 1)
    this.#sum++
    return true
  }
}
