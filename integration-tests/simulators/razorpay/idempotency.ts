import {
  ApiError,
  badRequest,
  otherRequestSameKey,
  requestInProgress,
} from "./api-error"

export type Answer = { status: number; body: unknown }

export type Remembered = { fingerprint: string; answer?: Answer }

export const errorAnswer = ({ status, body }: ApiError): Answer => ({
  status,
  body: { error: body },
})

const KEY = /^[\w-]{10,}$/

/**
 * The header `X-Refund-Idempotency`: one key, one refund. Refusals are not remembered,
 * so that a call can be made again when its reason is gone.
 */
export class Idempotency {
  readonly known = new Map<string, Remembered>()

  async answer(
    key: string,
    fingerprint: string,
    work: () => Promise<Answer>
  ): Promise<Answer> {
    if (!KEY.test(key)) {
      return errorAnswer(
        badRequest(
          "The idempotency key must be at least 10 characters long and can contain alphabets, numbers, hyphens and underscores only"
        )
      )
    }
    const remembered = this.known.get(key)
    if (remembered) {
      return replay(remembered, fingerprint)
    }
    const entry: Remembered = { fingerprint }
    this.known.set(key, entry)
    try {
      const answer = await work()
      entry.answer = answer.status < 300 ? answer : undefined
      return answer
    } finally {
      if (!entry.answer) {
        this.known.delete(key)
      }
    }
  }
}

function replay({ fingerprint, answer }: Remembered, asked: string): Answer {
  if (fingerprint !== asked) {
    return errorAnswer(otherRequestSameKey())
  }
  return answer ?? errorAnswer(requestInProgress())
}
