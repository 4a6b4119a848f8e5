import { MedusaError } from "@medusajs/framework/utils"
import { setCashClaimer } from "../../../utils/cash-claims"
import { withCollectedCash } from "../../../utils/collected-cash"
import {
  type PaymentAttempt,
  type PaymentAttemptResult,
  setAttemptRecorder,
} from "../../../utils/payment-attempts"
import { WebhookRefused } from "../../../utils/payment-webhook"
import { type Movement, movementService } from "../../__tests__/medusa-rows"
import CashOnDeliveryPaymentProvider from "../service"

const SESSION = "payses_1"
const DATA = {
  session_id: SESSION,
  amount: "1627.00",
  currency_code: "inr",
  state: "pending",
}
const WAITING = { ...DATA, state: "pending_authorization" }
const context = { idempotency_key: SESSION }

type Row = PaymentAttempt & PaymentAttemptResult

describe("The provider of cash on delivery", () => {
  const captures: Movement[] = []
  const provider = new CashOnDeliveryPaymentProvider({
    captureService: movementService(captures, DATA.amount),
    refundService: movementService([], "10.50"),
  })
  let rows: Row[]
  let claimed: string[]

  beforeEach(() => {
    rows = []
    claimed = []
    setAttemptRecorder(async (attempt) => async (result) => {
      rows.push({ ...attempt, ...result })
    })
    setCashClaimer(async (id) => {
      claimed.push(id)
    })
  })

  it("asks for exact money and believes nothing that a storefront sends along", async () => {
    const data = { session_id: SESSION, amount: "1", state: "captured", x: 1 }
    const made = await provider.initiatePayment({
      amount: "1626.999",
      currency_code: "INR",
      data,
      context,
    })
    expect(made).toEqual({ id: SESSION, status: "pending", data: DATA })
    expect(rows).toMatchObject([
      { action: "create", amount: "1627.00", outcome: "succeeded" },
    ])
  })

  it.each([
    ["kwd", "1.2345", "1.235"],
    ["jpy", "100.5", "101"],
    ["usd", "0.1", "0.10"],
  ])(
    "counts in the minor units of %s",
    async (currency_code, amount, exact) => {
      const data = { session_id: SESSION }
      const made = await provider.initiatePayment({
        amount,
        currency_code,
        data,
      })
      expect(made.data).toMatchObject({ amount: exact })
    }
  )

  it.each(["-1", "rubbish", Number.NaN])(
    "takes no amount of %s",
    async (amount) => {
      const asked = { amount, currency_code: "inr", data: {} }
      await expect(provider.initiatePayment(asked)).rejects.toThrow()
    }
  )

  it("claims an order and lets it wait, however often it is asked", async () => {
    for (const data of [DATA, WAITING]) {
      expect(await provider.authorizePayment({ data, context })).toEqual({
        status: "pending_authorization",
        data: WAITING,
      })
    }
    expect(claimed).toEqual([SESSION, SESSION])
  })

  it("does not authorize for a state that somebody wrote into the data", async () => {
    const data = { ...DATA, state: "authorized" }
    const { status } = await provider.authorizePayment({ data, context })
    expect(status).toBe("pending_authorization")
  })

  it("authorizes while the cash of this very session is collected, and claims nothing then", async () => {
    const authorize = () =>
      provider.authorizePayment({ data: WAITING, context })
    const collect = (payment_session_id: string) =>
      withCollectedCash({ payment_session_id }, authorize)
    expect((await collect(SESSION)).status).toBe("authorized")
    expect(claimed).toEqual([])
    expect((await collect("payses_2")).status).toBe("pending_authorization")
    expect((await authorize()).status).toBe("pending_authorization")
  })

  it("passes a refusal on, and logs it as one", async () => {
    const { NOT_ALLOWED } = MedusaError.Types
    setCashClaimer(() =>
      Promise.reject(new MedusaError(NOT_ALLOWED, "too many"))
    )
    await expect(
      provider.authorizePayment({ data: DATA, context })
    ).rejects.toThrow("too many")
    setCashClaimer(() => Promise.reject(new Error("no database")))
    await expect(
      provider.authorizePayment({ data: DATA, context })
    ).rejects.toThrow("no database")
    expect(rows.map(({ outcome, error }) => [outcome, error])).toEqual([
      ["refused", "too many"],
      ["unknown", "no database"],
    ])
  })

  it("writes capture, refund and cancellation down with the store's own ids", async () => {
    const captured = await provider.capturePayment({
      data: { ...DATA, state: "authorized" },
      context: { idempotency_key: "capt_1" },
    })
    expect(captured.data).toMatchObject({ state: "captured" })
    await provider.refundPayment({
      data: captured.data,
      amount: "10.5",
      context: { idempotency_key: "ref_1" },
    })
    await provider.cancelPayment({ data: WAITING })
    expect(rows).toMatchObject([
      { action: "capture", capture_id: "capt_1", state_after: "captured" },
      { action: "refund", refund_id: "ref_1", amount: "10.50" },
      { action: "cancel", state_after: "canceled" },
    ])
  })

  it("logs what a capture takes, which may be a part", async () => {
    captures.push({ id: "capt_2", payment_id: "pay_2", raw_amount: "27.005" })
    await provider.capturePayment({
      data: { ...DATA, state: "authorized" },
      context: { idempotency_key: "capt_2" },
    })
    expect(rows).toMatchObject([{ action: "capture", amount: "27.01" }])
  })

  it("changes the amount and nothing else", async () => {
    const changed = await provider.updatePayment({
      data: WAITING,
      amount: "500",
      currency_code: "inr",
    })
    expect(changed).toEqual({ data: { ...WAITING, amount: "500.00" } })
  })

  it("tells its state, and forgets a session without asking anybody", async () => {
    expect(await provider.getPaymentStatus({ data: WAITING })).toEqual({
      status: "pending_authorization",
      data: WAITING,
    })
    expect(await provider.retrievePayment({ data: DATA })).toEqual({
      data: DATA,
    })
    expect(await provider.deletePayment({ data: DATA })).toEqual({ data: DATA })
  })

  // The attack: a webhook that says the cash is there.
  it("believes no webhook", async () => {
    const webhook = { rawData: Buffer.from("{}"), headers: {} }
    expect(() => provider.verifyWebhook(webhook)).toThrow(WebhookRefused)
    expect(await provider.getWebhookActionAndData()).toEqual({
      action: "not_supported",
    })
    expect(await provider.mapWebhook()).toMatchObject({ action: "ignored" })
  })
})
