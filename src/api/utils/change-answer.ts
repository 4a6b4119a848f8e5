import type {
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http"

type Answer = { status: number; body: unknown }

/**
 * Changes what a route answers, before anybody sees it. When that fails, the answer is the failure: for what must not
 * go out unchanged.
 *
 * @param change - tells the new body
 */
export function changeAnswer(
  res: MedusaResponse,
  next: MedusaNextFunction,
  change: (answer: Answer) => Promise<unknown>
) {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    res.json = send
    change({ status: res.statusCode, body }).then(send, next).catch(next)
    return res
  }
}
