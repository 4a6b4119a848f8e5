type EventBufferOptions<Event> = {
  /** How long an event waits at most, in milliseconds. */
  flushMs: number
  /** How many are written at once. */
  batchSize: number
  /** More than these are not kept while the database does not take any. */
  capacity: number
  write: (events: Event[]) => Promise<void>
  warn: (line: string) => void
}

/**
 * Holds events until there are many or the time is up, and writes them in batches, one at a
 * time. A batch that fails goes back to the head and is tried again with the next.
 */
export class EventBuffer<Event> {
  readonly #options: EventBufferOptions<Event>
  #waiting: Event[] = []
  /** Of the batch that is being written, and may come back. */
  #inFlight = 0
  #lost = 0
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> | undefined

  constructor(options: EventBufferOptions<Event>) {
    this.#options = options
  }

  add(event: Event): void {
    const held = this.#waiting.length + this.#inFlight
    if (held >= this.#options.capacity) {
      this.#lost++
      return
    }
    this.#waiting.push(event)
    if (this.#waiting.length >= this.#options.batchSize && !this.#writing) {
      void this.flush()
      return
    }
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.flushMs)
    // Nothing is lost by it: a server that ends flushes first.
    this.#timer.unref()
  }

  /** Writes all that wait. It never throws: what cannot be written waits on. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (!this.#writing && this.#waiting.length > 0) {
      this.#writing = this.#writeAll()
    }
    return this.#writing ?? Promise.resolve()
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0 && (await this.#writeBatch())) {
        // The next one.
      }
    } finally {
      // At once: whoever comes now must not be told that this run takes theirs along.
      this.#writing = undefined
    }
    if (this.#waiting.length === 0 && this.#lost > 0) {
      const lost = this.#lost
      this.#lost = 0
      this.#options.warn(`${lost} events are lost: more came than could wait`)
    }
  }

  /** @returns whether the database took it */
  async #writeBatch(): Promise<boolean> {
    const { batchSize, flushMs, write, warn } = this.#options
    const batch = this.#waiting.splice(0, batchSize)
    this.#inFlight = batch.length
    try {
      await write(batch)
      return true
    } catch (error) {
      this.#waiting.unshift(...batch)
      warn(
        `${this.#waiting.length} events wait to be written: ${(error as Error).message}`
      )
      this.#timer ??= setTimeout(() => void this.flush(), flushMs).unref()
      return false
    } finally {
      this.#inFlight = 0
    }
  }
}
