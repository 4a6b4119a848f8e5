import { within } from "./within"

/** Whoever comes after work that hangs, on a connection that died unnoticed, is not held up for longer. */
const PATIENCE_MS = 1_000

/**
 * Lets requests that ask the same at the same time share one answer, so that a crowd on one
 * page costs one read at a time instead of one each. An answer serves only those who asked
 * before its work began: whoever comes while it runs waits, with all others, for the next.
 * Work that takes over a second is not waited for: theirs begins beside it. So nobody is told what was true before they asked, and nothing is kept.
 *
 * @returns a function that takes what is asked, as a key, and the work that answers it
 * @example
 * const share = shareAnswers<string>()
 * const body = await share(JSON.stringify(req.validatedQuery), () => readBody(req))
 */
export function shareAnswers<Answer>() {
  const running = new Map<string, Promise<void>>()
  const waiting = new Map<string, Promise<Answer>>()

  async function answerNext(key: string, work: () => Promise<Answer>) {
    const earlier = running.get(key)
    await (earlier && within(PATIENCE_MS, earlier, "late").catch(() => {}))
    waiting.delete(key)
    const answer = work()
    const end = () => {
      if (running.get(key) === ended) {
        running.delete(key)
      }
    }
    const ended: Promise<void> = answer.then(end, end)
    running.set(key, ended)
    return answer
  }

  return (key: string, work: () => Promise<Answer>): Promise<Answer> => {
    const shared = waiting.get(key) ?? answerNext(key, work)
    waiting.set(key, shared)
    return shared
  }
}
