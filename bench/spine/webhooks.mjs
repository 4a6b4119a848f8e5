import { createHmac, randomUUID } from "node:crypto"
import { Failure } from "../../scripts/lib/failure.mjs"

const DELIVERIES = 1_500
const CONNECTIONS = 32
export const WEBHOOK_SECRET = "whsec_bench_0123456789abcdef"

/** An event as Stripe sends it, signed, of a kind that moves nothing: what counts is how it is taken in. */
function delivery() {
  const created = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({
    id: `evt_${randomUUID().replaceAll("-", "")}`,
    object: "event",
    api_version: "2024-04-10",
    created,
    type: "customer.updated",
    data: { object: { id: "cus_bench", object: "customer", metadata: {} } },
  })
  const signature = createHmac("sha256", WEBHOOK_SECRET)
    .update(`${created}.${body}`)
    .digest("hex")
  return {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "stripe-signature": `t=${created},v1=${signature}`,
    },
    body,
  }
}

/** @param {number[]} sorted @param {number} share */
const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]

/**
 * Sends webhooks over some connections and notes how long each waited for its 200.
 * @param {import("../lib/server.mjs").Server} server
 * @param {string} provider
 * @returns {Promise<{ p50: number, p99: number, perSecond: number }>} milliseconds
 */
export async function measureWebhooks(server, provider) {
  const url = `${server.url}/hooks/payment/${provider}`
  const times = []
  let left = DELIVERIES
  const connection = async () => {
    while (left-- > 0) {
      const request = delivery()
      const since = performance.now()
      const { status } = await fetch(url, request)
      times.push(performance.now() - since)
      if (status !== 200) throw new Failure(`${status} to a webhook`)
    }
  }
  const since = performance.now()
  await Promise.all(Array.from({ length: CONNECTIONS }, connection))
  const seconds = (performance.now() - since) / 1000
  const sorted = times.sort((a, b) => a - b)
  return {
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    perSecond: DELIVERIES / seconds,
  }
}
