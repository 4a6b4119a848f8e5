import {
  type PaymentAttempt,
  type PaymentAttemptResult,
  setAttemptRecorder,
} from "../payment-attempts"
import { withAttemptLog } from "../with-attempt-log"

const attempt: PaymentAttempt = {
  provider_id: "pp_stripe_stripe",
  action: "capture",
  session_id: "payses_1",
  gateway_payment_id: "pi_1",
  gateway_reference_id: null,
  amount: "10.00",
  currency_code: "usd",
  state_before: "requires_capture",
}

const reading = {
  read: (status: string) => ({ state_after: status }),
  fail: (error: unknown) => ({ error: (error as Error).message }),
}

let lines: string[]
let ends: PaymentAttemptResult[]

beforeEach(() => {
  lines = []
  ends = []
  setAttemptRecorder(() => {
    lines.push("written down")
    return Promise.resolve((result) => {
      lines.push("ended")
      ends.push(result)
      return Promise.resolve()
    })
  })
})

describe("a logged attempt", () => {
  it("is written down before the gateway is called", async () => {
    const result = await withAttemptLog(
      attempt,
      () => {
        lines.push("called")
        return Promise.resolve("succeeded")
      },
      reading
    )
    expect(result).toBe("succeeded")
    expect(lines).toEqual(["written down", "called", "ended"])
    expect(ends).toEqual([
      {
        outcome: "succeeded",
        state_after: "succeeded",
        gateway_payment_id: "pi_1",
        gateway_reference_id: null,
        error: null,
      },
    ])
  })

  it("that failed is unknown unless the gateway said no, and fails for its caller", async () => {
    const call = () => Promise.reject(new Error("no answer"))
    await expect(withAttemptLog(attempt, call, reading)).rejects.toThrow(
      "no answer"
    )
    expect(ends).toMatchObject([{ outcome: "unknown", error: "no answer" }])
  })

  it("whose end cannot be written still succeeds, because the money has moved", async () => {
    setAttemptRecorder(() =>
      Promise.resolve(() => Promise.reject(new Error("the database is gone")))
    )
    const call = () => Promise.resolve("succeeded")
    await expect(withAttemptLog(attempt, call, reading)).resolves.toBe(
      "succeeded"
    )
  })

  it("that cannot be written down is not made", async () => {
    setAttemptRecorder(() => Promise.reject(new Error("the database is gone")))
    const call = jest.fn(() => Promise.resolve("succeeded"))
    await expect(withAttemptLog(attempt, call, reading)).rejects.toThrow()
    expect(call).not.toHaveBeenCalled()
  })
})
