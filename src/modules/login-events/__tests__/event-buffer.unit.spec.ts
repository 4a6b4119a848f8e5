import { EventBuffer } from "../event-buffer"

const setUp = (write: (events: number[]) => Promise<void>, more = {}) => {
  const warnings: string[] = []
  const buffer = new EventBuffer<number>({
    ...{ flushMs: 60_000, batchSize: 2, capacity: 4, write },
    warn: (line) => warnings.push(line),
    ...more,
  })
  return { buffer, warnings }
}

describe("the buffer of events", () => {
  it("writes full batches at once, the rest when it is asked, each event once", async () => {
    const written: number[][] = []
    const { buffer } = setUp(async (events) => {
      await Promise.resolve()
      written.push(events)
    })
    ;[1, 2, 3].forEach((event) => buffer.add(event))
    await Promise.all([buffer.flush(), buffer.flush()])
    expect(written).toEqual([[1, 2], [3]])
  })

  it("has written an event when the flush after it is over, whenever it came", async () => {
    const written: number[] = []
    const { buffer } = setUp(async (events) => {
      await Promise.resolve()
      written.push(...events)
    })
    const flushes = []
    for (let n = 0; n < 300; n++) {
      for (let pause = 0; pause < n % 11; pause++) {
        await Promise.resolve()
      }
      buffer.add(n)
      flushes.push(buffer.flush().then(() => written.includes(n)))
    }
    expect(await Promise.all(flushes)).not.toContain(false)
    expect(new Set(written).size).toBe(300)
  })

  it("writes when the time is up", async () => {
    const written: number[] = []
    const write = async (events: number[]) => {
      written.push(...events)
    }
    const { buffer } = setUp(write, { flushMs: 5 })
    buffer.add(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(written).toEqual([1])
  })

  it("keeps what could not be written, in order, up to its capacity, and says what it lost", async () => {
    const written: number[] = []
    let isDown = true
    const { buffer, warnings } = setUp(async (events) => {
      if (isDown) {
        throw new Error("database away")
      }
      written.push(...events)
    })
    buffer.add(1)
    await buffer.flush()
    ;[2, 3, 4, 5, 6].forEach((event) => buffer.add(event))
    await buffer.flush()
    isDown = false
    await buffer.flush()
    expect(written).toEqual([1, 2, 3, 4])
    expect(warnings[0]).toBe("1 events wait to be written: database away")
    expect(warnings.at(-1)).toBe("2 events are lost: more came than could wait")
  })
})
