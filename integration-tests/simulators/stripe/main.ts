import { parseArgs } from "node:util"
import { startStripeSimulator } from "."

/**
 * A Stripe that outlives one spec:
 * `node -r ts-node/register/transpile-only integration-tests/simulators/stripe/main.ts --port 12111 --webhook http://localhost:9000/hooks/payment/stripe_stripe`
 * It is steered over HTTP, see control-http.ts.
 */
async function main() {
  const { values } = parseArgs({
    options: { port: { type: "string" }, webhook: { type: "string" } },
  })
  const { url, apiKey, webhookSecret } = await startStripeSimulator({
    port: Number(values.port ?? 12111),
    webhook: { url: values.webhook },
  })
  console.log(JSON.stringify({ url, apiKey, webhookSecret }))
}

void main()
