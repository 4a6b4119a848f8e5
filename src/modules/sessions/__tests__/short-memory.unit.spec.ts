import { ShortMemory } from "../short-memory"

describe("what is remembered for a moment", () => {
  it("is asked for once by all who ask at the same time, and again after four seconds", async () => {
    let asked = 0
    const memory = new ShortMemory(async () => ++asked)
    const at = async (now: number) => memory.get("a", now)
    expect(await Promise.all([at(0), at(1), at(3_999)])).toEqual([1, 1, 1])
    expect(await at(4_000)).toBe(2)
  })

  it("is forgotten at once when it is said to be", async () => {
    let asked = 0
    const memory = new ShortMemory(async () => ++asked)
    await memory.get("a", 0)
    memory.forget("a", "b")
    expect(await memory.get("a", 1)).toBe(2)
  })

  it("is no failure: a database that is back is believed", async () => {
    let isDown = true
    const memory = new ShortMemory(async () => {
      if (isDown) {
        throw new Error("down")
      }
      return "up"
    })
    await expect(memory.get("a", 0)).rejects.toThrow("down")
    isDown = false
    expect(await memory.get("a", 1)).toBe("up")
  })
})
