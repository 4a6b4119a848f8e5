import type { MedusaResponse } from "@medusajs/framework/http"

type Answer = { status: number; body: unknown }

/**
 * Does something once a route, or the error handler, has decided its answer, and before the caller gets it.
 * A failure of it is the caller's to hear of no more than to wait for: the answer goes out all the same.
 *
 * @param onError - hears of such a failure
 */
export function beforeAnswer(
  res: MedusaResponse,
  work: (answer: Answer) => Promise<void>,
  onError: (error: unknown) => void
) {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = send
    work({ status: res.statusCode, body })
      .catch(onError)
      .finally(() => send(body))
      .catch(onError)
    return res
  }
}
