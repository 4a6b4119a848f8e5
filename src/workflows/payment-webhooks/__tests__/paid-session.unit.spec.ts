import type { PaymentSessionDTO } from "@medusajs/framework/types"
import { judgePaid, type PaidOutcome } from "../paid-session"

const session = (payment?: object) =>
  ({
    id: "payses_1",
    amount: 1499,
    currency_code: "inr",
    payment,
  }) as unknown as PaymentSessionDTO

const paid = (change: Partial<PaidOutcome> = {}): PaidOutcome => ({
  action: "captured",
  session_id: "payses_1",
  gateway_payment_id: "pi_1",
  amount: 1499,
  currency_code: "INR",
  ...change,
})

describe("A payment that does not match what was asked for", () => {
  it.each([
    ["too little", { amount: 1 }],
    ["too much", { amount: 149900 }],
    ["another currency", { currency_code: "usd" }],
    ["too little authorized", { amount: 1498, action: "authorized" as const }],
  ])("of %s places no order and waits for a person", (_, change) => {
    expect(judgePaid(session(), paid(change))).toMatchObject({
      status: "failed",
    })
  })

  it("on a payment that the store has canceled waits for a person, too", () => {
    const canceled = session({ canceled_at: new Date(), captures: [] })
    expect(judgePaid(canceled, paid())).toMatchObject({ status: "failed" })
    expect(judgePaid(canceled, paid({ action: "authorized" }))).toMatchObject({
      status: "done",
    })
  })
})

describe("A payment that matches", () => {
  it("goes on with exactly what the store asked for, not what the gateway rounded", () => {
    expect(judgePaid(session(), paid({ amount: "1499.004" }))).toEqual({
      session_id: "payses_1",
      action: "captured",
      amount: "1499",
    })
  })

  it("goes on with what is still missing of it", () => {
    const half = session({ captures: [{ amount: 499 }] })
    expect(judgePaid(half, paid())).toMatchObject({ amount: "1000" })
  })

  it("that is in the books goes on without an amount, to be completed where a crash left it", () => {
    const known = session({ captures: [{ amount: 499 }, { amount: 1000 }] })
    expect(judgePaid(known, paid())).toEqual({
      session_id: "payses_1",
      action: "captured",
    })
  })

  it("is done when it is the part that the store itself captured", () => {
    const part = session({ captures: [{ amount: 499 }] })
    expect(judgePaid(part, paid({ amount: 499 }))).toMatchObject({
      status: "done",
    })
  })
})
