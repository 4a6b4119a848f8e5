import type { PaymentSessionDTO } from "@medusajs/framework/types"
import type { GatewayCharge } from "../../../utils/gateway-payment"
import type { Source } from "../ask-gateway"
import type { Books, Movement } from "../books"
import { compare } from "../compare"

const NOW = new Date("2026-11-21T12:00:00Z")
const ago = (seconds: number) => new Date(NOW.getTime() - seconds * 1000)
const AGES = { now: NOW, graceMs: 30_000, unansweredMs: 75_000 }

const movement = (given: Partial<Movement> = {}): Movement => ({
  ...{ id: "move_1", amount: 100, created_at: ago(120) },
  ...{ is_booked: true, gateway_refund_id: null, ...given },
})

const order = (given: Partial<NonNullable<Books["order"]>> = {}) => ({
  ...{ id: "order_1", is_live: true, created_at: ago(120) },
  ...{ is_touched: false, has_cart: true, has_payments: true, ...given },
})

const paymentWith = (
  given: Partial<NonNullable<Books["payment"]>> = {}
): NonNullable<Books["payment"]> => ({
  ...{ id: "pay_1", created_at: ago(120), captured_at: null },
  canceled_at: null,
  ...{ captures: [], refunds: [], ...given },
})

const booksWith = (given: Partial<Books> = {}): Books => ({
  session: {
    id: "payses_1",
    provider_id: "pp_stripe_stripe",
    amount: 100,
    currency_code: "inr",
    status: "pending",
  } as PaymentSessionDTO,
  ...{ is_settled: false, is_paid_elsewhere: false, cart_id: "cart_1" },
  ...{ order: order(), payment: null },
  ...given,
})

const charge = (given: Partial<GatewayCharge> = {}): GatewayCharge => ({
  ...{ gateway_payment_id: "pi_1", state: "authorized", amount: "100.00" },
  ...{ captured_amount: "0.00", refunded_amount: "0.00" },
  ...{ currency_code: "inr", refunds: [], ...given },
})

const taken = (given: Partial<GatewayCharge> = {}) =>
  charge({ state: "captured", captured_amount: "100.00", ...given })

type Answer = {
  paid?: GatewayCharge | null
  surplus?: GatewayCharge[]
  is_open?: boolean
  source?: Source
}

function found(
  books: Books,
  { source = "gateway", paid = null, surplus = [], is_open = false }: Answer
) {
  const answer = { source, payment: { paid, surplus, is_open } }
  const { differences, waitUntil } = compare(books, answer, AGES)
  return {
    told: differences.map(({ kind, repair }) => `${kind}: ${repair.do}`),
    waitUntil,
  }
}

const told = (books: Books, answer: Answer) => found(books, answer).told

describe("Medusa's books beside the gateway's", () => {
  it("agree, and nothing is done", () => {
    const captured = paymentWith({
      captured_at: ago(60),
      captures: [movement()],
      refunds: [movement({ id: "ref_1", amount: 10 })],
    })
    const refund = {
      ...{ gateway_refund_id: "re_1", refund_id: "ref_1", amount: "10.00" },
      state: "succeeded" as const,
    }
    expect(
      told(booksWith({ payment: captured, is_settled: true }), {
        paid: taken({ refunds: [refund], refunded_amount: "10.00" }),
      })
    ).toEqual([])
    expect(told(booksWith({ order: null }), {})).toEqual([])
  })

  it.each([
    [
      "an order that is paid for at the gateway",
      booksWith(),
      charge(),
      "unpaid_order: settle",
    ],
    [
      "a paid cart without an order",
      booksWith({ order: null }),
      taken(),
      "paid_cart: settle",
    ],
    [
      "a payment whose checkout failed after it",
      booksWith({ order: null, payment: paymentWith() }),
      charge(),
      "paid_cart: settle",
    ],
    [
      "an order that nobody paid for",
      booksWith(),
      null,
      "unpaid_order: undo_order",
    ],
    [
      "an unpaid order that somebody worked on",
      booksWith({ order: order({ is_touched: true }) }),
      null,
      "unpaid_order: list",
    ],
    [
      "a paid order that was canceled",
      booksWith({ order: order({ is_live: false }) }),
      taken(),
      "unpaid_order: list",
    ],
    [
      "a declined payment under an order",
      booksWith(),
      charge({ state: "failed" }),
      "unpaid_order: undo_order",
    ],
  ])("differ in %s", (_, books, paid, expected) => {
    expect(told(books, { paid })).toEqual([expected])
  })

  it("are left alone while a bank is at work, while an order is young, and when the money went back", () => {
    const pending = charge({ state: "pending" })
    expect(told(booksWith(), { paid: pending, is_open: false })).toEqual([])
    const young = booksWith({ order: order({ created_at: ago(10) }) })
    expect(found(young, {})).toEqual({ told: [], waitUntil: ago(-20) })
    const back = taken({ refunded_amount: "100.00" })
    expect(told(booksWith({ order: null }), { paid: back })).toEqual([])
  })

  const half = movement({ id: "capt_1", is_booked: false })
  const settled = { is_settled: true }

  it.each([
    [
      "made, and not in all books",
      { captures: [half] },
      taken(),
      "half_capture: book_captures",
    ],
    [
      "begun, and never made",
      { captures: [half] },
      charge(),
      "half_capture: finish_capture",
    ],
    [
      "made, and the payment does not own to it",
      { captures: [movement()] },
      taken(),
      "half_capture: book_captures",
    ],
    ["made at the gateway alone", {}, taken(), "gateway_capture: settle"],
    [
      "made in part at the gateway alone",
      {},
      taken({ captured_amount: "40.00" }),
      "different_sums: list",
    ],
    [
      "in all of Medusa's books alone",
      { captures: [movement()], captured_at: ago(60) },
      charge(),
      "different_sums: list",
    ],
  ])("differ in a capture that was %s", (_, given, paid, expected) => {
    const books = booksWith({ ...settled, payment: paymentWith(given) })
    expect(told(books, { paid })).toEqual([expected])
  })

  it("wait for a capture that may be at work still", () => {
    const young = movement({ is_booked: false, created_at: ago(5) })
    const books = booksWith({
      ...settled,
      payment: paymentWith({ captures: [young] }),
    })
    expect(found(books, { paid: charge() })).toEqual({
      told: [],
      waitUntil: ago(-25),
    })
  })

  const captured = { captured_at: ago(600), captures: [movement()] }
  const begun = (seconds: number) =>
    booksWith({
      ...settled,
      payment: paymentWith({
        ...captured,
        refunds: [
          movement({
            id: "ref_1",
            amount: 10,
            is_booked: false,
            created_at: ago(seconds),
          }),
        ],
      }),
    })
  const atGateway = (
    state: "pending" | "succeeded" | "failed",
    refund_id: string | null
  ) => ({
    ...{ gateway_refund_id: "re_1", refund_id, amount: "10.00", state },
  })

  it("never let a refund out: one that the gateway did not make is undone, once it is sure", () => {
    expect(told(begun(120), { paid: taken() })).toEqual([
      "half_refund: undo_refund",
    ])
    expect(found(begun(40), { paid: taken() })).toEqual({
      told: [],
      waitUntil: ago(-35),
    })
    const failed = taken({ refunds: [atGateway("failed", "ref_1")] })
    expect(told(begun(120), { paid: failed })).toEqual([
      "half_refund: undo_refund",
    ])
  })

  it("take in what the gateway gave back, and list what it never did", () => {
    const made = taken({ refunds: [atGateway("pending", "ref_1")] })
    expect(told(begun(40), { paid: made })).toEqual([
      "half_refund: book_refund",
    ])
    const outside = taken({ refunds: [atGateway("succeeded", null)] })
    const plain = booksWith({ ...settled, payment: paymentWith(captured) })
    expect(told(plain, { paid: outside })).toEqual([
      "gateway_refund: take_in_refund",
    ])
    const booked = booksWith({
      ...settled,
      payment: paymentWith({
        ...captured,
        refunds: [movement({ id: "ref_1", amount: 10 })],
      }),
    })
    expect(told(booked, { paid: taken() })).toEqual(["half_refund: list"])
  })

  it("list a payment that one side canceled", () => {
    const live = booksWith({ ...settled, payment: paymentWith() })
    expect(told(live, { paid: charge({ state: "canceled" }) })).toEqual([
      "gateway_cancel: list",
    ])
    const canceled = booksWith({
      ...settled,
      payment: paymentWith({ canceled_at: ago(60) }),
    })
    expect(told(canceled, { paid: taken() })).toEqual(["different_sums: list"])
  })

  it("give a surplus back, unless it went back or was never taken", () => {
    const surplus = taken({ gateway_payment_id: "pi_2" })
    const books = booksWith({ order: null })
    expect(told(books, { surplus: [surplus] })).toEqual([
      "surplus: return_surplus",
    ])
    const back = { ...surplus, refunded_amount: "100.00" }
    const held = charge({ gateway_payment_id: "pi_3" })
    expect(told(books, { surplus: [back, held] })).toEqual([])
  })

  it("know a second payment for one order, and keep the first", () => {
    const books = booksWith({ is_paid_elsewhere: true })
    expect(told(books, { paid: taken() })).toEqual(["surplus: return_surplus"])
    expect(told(books, { paid: charge() })).toEqual(["surplus: list"])
    expect(told(books, {})).toEqual([])
  })

  it("of a host's provider, which names no sums, are only listed", () => {
    const source = "status" as const
    expect(
      told(booksWith(), {
        ...{ source, is_open: true },
        paid: charge({ state: "pending" }),
      })
    ).toEqual(["unpaid_order: list"])
    const unsure = booksWith({
      ...settled,
      payment: paymentWith({
        captures: [half],
        refunds: [movement({ id: "ref_1", is_booked: false })],
      }),
    })
    expect(told(unsure, { source, paid: charge() })).toEqual([
      "half_capture: list",
      "half_refund: list",
    ])
  })
})

describe("a payment without an order", () => {
  const without = (given: Partial<Books> = {}) =>
    booksWith({ order: null, payment: paymentWith(), ...given })

  it.each([
    ["canceled", without({ payment: paymentWith({ canceled_at: ago(1) }) })],
    ["no cart's", without({ cart_id: null })],
    ["paid by another session", without({ is_paid_elsewhere: true })],
  ])("stays as it is when it is %s", (_, books) => {
    expect(told(books, { paid: charge() })).toEqual([])
  })

  it("is waited for while its checkout may be at work", () => {
    const young = paymentWith({ created_at: ago(10) })
    const books = without({ payment: young })
    const { told: nothing, waitUntil } = found(books, { paid: charge() })
    expect(nothing).toEqual([])
    expect(waitUntil).toEqual(ago(-20))
  })

  it("stays as it is once the money went back", () => {
    const paid = taken({ refunded_amount: "100.00" })
    const captured = paymentWith({
      ...{ captured_at: ago(60), captures: [movement()] },
    })
    const told = found(without({ payment: captured }), { paid }).told
    expect(told).not.toContain("paid_cart: settle")
  })
})
