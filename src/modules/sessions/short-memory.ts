/** Every instance obeys within 5 seconds; the rest is for the database's answer. */
const KEEP_MS = 4_000
const CAPACITY = 20_000

type Known<Value> = { since: number; value: Promise<Value> }

/** Remembers answers for four seconds, counted from when they were asked for; who asks meanwhile shares one. */
export class ShortMemory<Value> {
  readonly #known = new Map<string, Known<Value>>()
  readonly #ask: (key: string) => Promise<Value>

  constructor(ask: (key: string) => Promise<Value>) {
    this.#ask = ask
  }

  get(key: string, now = Date.now()): Promise<Value> {
    const known = this.#known.get(key)
    if (known && now - known.since < KEEP_MS && now >= known.since) {
      return known.value
    }
    const value = this.#ask(key)
    if (this.#known.size >= CAPACITY) {
      this.#known.clear()
    }
    this.#known.set(key, { since: now, value })
    // A database that is back must not be taken for gone.
    value.catch(() => this.forget(key))
    return value
  }

  forget(...keys: string[]): void {
    for (const key of keys) {
      this.#known.delete(key)
    }
  }
}
