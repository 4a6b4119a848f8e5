import { ApiError, badRequest, unauthorized } from "./api-error"
import { type Answer, errorAnswer, Idempotency } from "./idempotency"
import { bodyOf, type Request } from "./request"
import { findRoute } from "./routes"
import type { State } from "./state"

export type Keys = { keyId: string; keySecret: string }

const REFUND = /^\/v1\/payments\/[^/]+\/refund$/

/** The members of an object sorted, so that two ways to write one body are one. */
const canonical = (text: string): string => {
  try {
    const sorted = (_: string, value: unknown) =>
      value && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort())
        : value
    return JSON.stringify(JSON.parse(text || "{}"), sorted)
  } catch {
    return text
  }
}

/** Razorpay's REST API, version 1, for what the suite's provider calls. */
export class Api {
  readonly idempotency = new Idempotency()

  constructor(
    private readonly state: State,
    private readonly keys: Keys
  ) {}

  /** `pause` is how long the work takes; a second call with its key meets it in flight. */
  answer(request: Request, pause: () => Promise<void>): Promise<Answer> {
    if (!this.isOurs(request.authorization)) {
      return Promise.resolve(errorAnswer(unauthorized()))
    }
    const work = async () => {
      await pause()
      return this.work(request)
    }
    const { method, path, body, key } = request
    return key !== undefined && method === "POST" && REFUND.test(path)
      ? this.idempotency.answer(key, `${path} ${canonical(body)}`, work)
      : work()
  }

  private isOurs(authorization = ""): boolean {
    const { keyId, keySecret } = this.keys
    const expected = Buffer.from(`${keyId}:${keySecret}`).toString("base64")
    return authorization === `Basic ${expected}`
  }

  private work(request: Request): Answer {
    try {
      const { handler, ...ids } = findRoute(request.method, request.path)
      const body = bodyOf(request)
      const answer = handler({ state: this.state, body, ...ids })
      // A copy: what was answered, and is remembered by its key, does not change any more.
      return { status: 200, body: structuredClone(answer) }
    } catch (error) {
      if (error instanceof ApiError) {
        return errorAnswer(error)
      }
      if (error instanceof SyntaxError) {
        return errorAnswer(badRequest("invalid request sent"))
      }
      throw error
    }
  }
}
