import { ApiError, idempotencyInUse, idempotencyMismatch } from "./api-error"

export type Answer = {
  status: number
  body: unknown
  headers: Record<string, string>
}

type Remembered = { fingerprint: string; answer?: Answer }

export const errorAnswer = (error: ApiError): Answer => ({
  status: error.status,
  body: { error: error.body },
  headers: error.headers,
})

/** One key, one answer, errors included; a key that comes back with other parameters is refused. */
export class Idempotency {
  private readonly known = new Map<string, Remembered>()

  async answer(
    key: string | undefined,
    fingerprint: string,
    work: () => Answer | Promise<Answer>
  ): Promise<Answer> {
    if (!key) {
      return work()
    }
    const remembered = this.known.get(key)
    if (remembered) {
      return this.replay(remembered, fingerprint)
    }
    const entry: Remembered = { fingerprint }
    this.known.set(key, entry)
    entry.answer = await work()
    return entry.answer
  }

  /** As Stripe does after a day. */
  forget() {
    this.known.clear()
  }

  private replay({ fingerprint, answer }: Remembered, asked: string): Answer {
    if (fingerprint !== asked) {
      return errorAnswer(idempotencyMismatch())
    }
    if (!answer) {
      return errorAnswer(idempotencyInUse())
    }
    return {
      ...answer,
      headers: { ...answer.headers, "idempotent-replayed": "true" },
    }
  }
}
