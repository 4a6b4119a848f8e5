import { parseArgs } from "node:util"
import { startRazorpaySimulator } from "."

/**
 * A Razorpay that outlives one spec:
 * `node -r ts-node/register/transpile-only integration-tests/simulators/razorpay/main.ts --port 12112 --webhook http://localhost:9000/hooks/payment/razorpay_razorpay`
 * It is steered over HTTP, see control-http.ts.
 */
async function main() {
  const { values } = parseArgs({
    options: { port: { type: "string" }, webhook: { type: "string" } },
  })
  const { url, keyId, keySecret, webhookSecret } = await startRazorpaySimulator(
    {
      port: Number(values.port ?? 12112),
      webhook: { url: values.webhook },
    }
  )
  console.log(JSON.stringify({ url, keyId, keySecret, webhookSecret }))
}

void main()
