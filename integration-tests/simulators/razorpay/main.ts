import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"
import { startRazorpaySimulator } from "."

const SECOND = 1000

/** Longer and longer pauses for a day, as Razorpay makes them. */
const RETRIES = [1, 5, 15, 60, 300, 900, 3600, 7200, 14_400, 28_800, 28_800]

/** A kept account has its own keys, made once; without a file they are the same for all. */
const newKeys = () => ({
  keyId: `rzp_test_${randomBytes(7).toString("hex")}`,
  keySecret: randomBytes(12).toString("hex"),
  webhook: { secret: randomBytes(16).toString("hex") },
})

/**
 * A Razorpay that outlives one spec:
 * `node -r ts-node/register/transpile-only integration-tests/simulators/razorpay/main.ts --port 12112 --webhook http://localhost:9000/hooks/payment/razorpay_razorpay`
 * With `--file`, it goes on at the next start where it ended. `--origin`, once or more, names
 * the storefronts beside this machine's that may be paid from. It is steered over HTTP, see
 * control-http.ts.
 */
async function main() {
  const text = { type: "string" } as const
  const { values } = parseArgs({
    options: {
      port: text,
      webhook: text,
      file: text,
      origin: { ...text, multiple: true },
    },
  })
  const { file, origin } = values
  const made = file && !existsSync(file) ? newKeys() : undefined
  const { url, keyId, keySecret, webhookSecret } = await startRazorpaySimulator(
    {
      ...made,
      port: Number(values.port ?? 12112),
      file,
      origins: origin,
      webhook: {
        ...made?.webhook,
        url: values.webhook,
        retryDelaysMs: RETRIES.map((seconds) => seconds * SECOND),
      },
    }
  )
  console.log(JSON.stringify({ url, keyId, keySecret, webhookSecret }))
}

void main()
