import { shareAnswers } from "../share-answers"

/** Work whose end the test decides, and that tells when it began. */
function work() {
  let began = 0
  const ends: ((answer: string) => void)[] = []
  const fails: ((error: Error) => void)[] = []
  return {
    run: () => {
      began += 1
      return new Promise<string>((resolve, reject) => {
        ends.push(resolve)
        fails.push(reject)
      })
    },
    began: () => began,
    end: (index: number, answer: string) => ends[index]?.(answer),
    fail: (index: number) => fails[index]?.(new Error("gone")),
  }
}

const tick = () => new Promise((resolve) => setImmediate(resolve))

describe("shared answers", () => {
  it("work once for all who ask before it begins", async () => {
    const share = shareAnswers<string>()
    const { run, began, end } = work()
    const answers = [1, 2, 3].map(() => share("page", run))
    await tick()
    end(0, "first")
    expect(await Promise.all(answers)).toEqual(["first", "first", "first"])
    expect(began()).toBe(1)
  })

  // A merchant approves, and looks while somebody else's older read is still under way.
  it("never answer with work that began before the question", async () => {
    const share = shareAnswers<string>()
    const { run, began, end } = work()
    const early = share("page", run)
    await tick()
    const late = [share("page", run), share("page", run)]
    await tick()
    expect(began()).toBe(1)
    end(0, "before")
    await tick()
    expect(began()).toBe(2)
    end(1, "after")
    expect(await early).toBe("before")
    expect(await Promise.all(late)).toEqual(["after", "after"])
  })

  // A database connection that died unnoticed answers after a quarter of an hour.
  it("do not wait for ever for work that hangs", async () => {
    const share = shareAnswers<string>()
    const { run, began, end } = work()
    void share("page", run)
    await tick()
    const late = share("page", run)
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    expect(began()).toBe(2)
    end(0, "hung")
    await tick()
    const later = share("page", run)
    await tick()
    expect(began()).toBe(2)
    end(1, "after")
    await tick()
    end(2, "last")
    expect(await Promise.all([late, later])).toEqual(["after", "last"])
  })

  it("keep questions with different keys apart", async () => {
    const share = shareAnswers<string>()
    const answers = ["a", "b"].map((key) => share(key, async () => key))
    expect(await Promise.all(answers)).toEqual(["a", "b"])
  })

  it("pass a failure on to those who shared it, and try again for the next", async () => {
    const share = shareAnswers<string>()
    const { run, fail, end } = work()
    const failed = share("page", run)
    await tick()
    const next = share("page", run)
    fail(0)
    await expect(failed).rejects.toThrow("gone")
    await tick()
    end(1, "back")
    expect(await next).toBe("back")
  })

  it("keep no answer", async () => {
    const share = shareAnswers<string>()
    expect(await share("page", async () => "old")).toBe("old")
    expect(await share("page", async () => "new")).toBe("new")
  })
})
