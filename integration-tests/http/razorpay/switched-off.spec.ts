import { adminClient, storeClient } from "../../helpers/clients"
import { expectOk } from "../../helpers/http"
import { RAZORPAY } from "../../helpers/razorpay"
import { type Server, startServer } from "../../helpers/server"

const KEYS = {
  NODE_ENV: "development",
  RAZORPAY_KEY_ID: "rzp_test_1",
  RAZORPAY_KEY_SECRET: "secret of the key",
  RAZORPAY_WEBHOOK_SECRET: "secret of the webhook",
}

describe("with Razorpay switched off", () => {
  let server: Server
  beforeAll(async () => {
    const env = { ...KEYS, SUITE_FEATURES_OFF: "razorpay" }
    server = await startServer({ name: "razorpay-off", env })
  }, 180_000)
  afterAll(() => server?.stop())

  it("has no provider, whatever the keys", async () => {
    const admin = await adminClient({ url: server.url })
    const { payment_providers: providers } = await expectOk(
      admin.get<{ payment_providers: { id: string; is_enabled: boolean }[] }>(
        "/admin/payments/payment-providers?limit=50"
      )
    )
    const known = providers.find(({ id }) => id === RAZORPAY)
    expect(known?.is_enabled ?? false).toBe(false)
  })

  it("has neither the route of Checkout's result nor a webhook", async () => {
    const client = storeClient({ url: server.url })
    const verify = await client.post("/store/razorpay/verify", { rubbish: 1 })
    expect(verify.status).toBe(404)
    const hook = await client.post("/hooks/payment/razorpay_razorpay", {})
    expect(hook.status).toBe(404)
  })
})
