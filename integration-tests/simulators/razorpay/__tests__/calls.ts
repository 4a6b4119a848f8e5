import type { RazorpaySimulator } from ".."

export type Answered = {
  status: number
  // The specs look at what Razorpay documents; the simulator's types are not the test's measure.
  body: Record<string, never> & { error?: Record<string, unknown> }
}

type More = { key?: string; auth?: string; signal?: AbortSignal }

/** Calls the simulator's API as a merchant's server does. */
export const apiOf = ({ url, keyId, keySecret }: RazorpaySimulator) => {
  const basic = Buffer.from(`${keyId}:${keySecret}`).toString("base64")
  const call =
    (method: string) =>
    async (
      path: string,
      body?: unknown,
      more: More = {}
    ): Promise<Answered> => {
      const response = await fetch(`${url}/v1${path}`, {
        method,
        headers: {
          "content-type": "application/json",
          authorization: more.auth ?? `Basic ${basic}`,
          ...(more.key !== undefined && { "x-refund-idempotency": more.key }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: more.signal,
      })
      const text = await response.text()
      return {
        status: response.status,
        body: JSON.parse(text) as Answered["body"],
      }
    }
  return {
    get: call("GET"),
    post: call("POST"),
    patch: call("PATCH"),
    put: call("PUT"),
  }
}

export type Api = ReturnType<typeof apiOf>
