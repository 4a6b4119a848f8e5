import { shareKeyLookups } from "../share-key-lookups"

const lookup = (token: string) => ({
  entity: "api_key",
  fields: ["id"],
  filters: { token, type: "publishable" },
})

/** Answers what it was asked, once it is told to. */
function slowQuery() {
  const asked: unknown[] = []
  const answers: (() => void)[] = []
  const query = {
    graph(question: object, options?: unknown): Promise<unknown> {
      asked.push(question)
      const number = asked.length
      return new Promise((resolve, reject) => {
        answers.push(() =>
          options === "fails" ? reject(new Error("down")) : resolve(number)
        )
      })
    },
  }
  shareKeyLookups(query)
  const answerAll = async () => {
    for (let answered = 0; answered < 10; answered++) {
      answers.splice(0).forEach((answer) => answer())
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { query, asked, answerAll }
}

describe("lookups of a publishable key", () => {
  it("are one for all who come while another is on its way, and begin after they came", async () => {
    const { query, asked, answerAll } = slowQuery()
    const first = query.graph(lookup("a"))
    await Promise.resolve()
    const later = [1, 2, 3].map(() => query.graph(lookup("a")))
    await answerAll()
    expect(await first).toBe(1)
    expect(await Promise.all(later)).toEqual([2, 2, 2])
    expect(asked).toHaveLength(2)
  })

  it("are not shared between keys, nor with what asks for something else", async () => {
    const { query, asked, answerAll } = slowQuery()
    const others = [
      lookup("b"),
      { ...lookup("a"), fields: ["id", "token"] },
      ...[1, 2].map(() => ({ entity: "product", filters: { id: "p" } })),
      ...[1, 2].map(() => ({ entity: "api_key", filters: { token: "a" } })),
      ...[1, 2].map(() => ({
        entity: "api_key",
        filters: { token: ["a"], type: "publishable" },
      })),
      ...[1, 2].map(() => ({ entity: "api_key" })),
    ]
    const all = [lookup("a"), ...others].map((each) => query.graph(each))
    await answerAll()
    expect(new Set(await Promise.all(all)).size).toBe(all.length)
    expect(asked).toHaveLength(all.length)
  })

  it("fail for all who share it, and for nobody after", async () => {
    const { query, answerAll } = slowQuery()
    const failing = [1, 2].map(() => query.graph(lookup("a"), "fails"))
    const refused = Promise.allSettled(failing)
    await answerAll()
    expect((await refused).map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
    ])
    const next = query.graph(lookup("a"))
    await answerAll()
    await expect(next).resolves.toBeGreaterThan(1)
  })
})
