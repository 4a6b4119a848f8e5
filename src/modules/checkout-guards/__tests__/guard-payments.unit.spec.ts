import { guardPayments } from "../guard-payments"

const SESSION = { id: "payses_1" }
const DUPLICATE = new Error("payment_session_id already exists")

const keeper = (
  stored: unknown[],
  store: (session: { id: string }) => Promise<unknown>
) => ({
  authorizePaymentSession_: store,
  paymentService_: { list: () => Promise.resolve(stored) },
})

it("the second to store a session's payment gets that of the first, so nothing is cancelled", async () => {
  const payments = keeper([{ id: "pay_1" }], () => Promise.reject(DUPLICATE))
  expect(guardPayments(payments)).toBe(true)
  expect(await payments.authorizePaymentSession_(SESSION)).toEqual({
    id: "pay_1",
  })
})

it("a failure without another's payment stays a failure", async () => {
  const payments = keeper([], () => Promise.reject(DUPLICATE))
  guardPayments(payments)
  const guarded = payments.authorizePaymentSession_ as (
    session: typeof SESSION
  ) => Promise<unknown>
  await expect(guarded(SESSION)).rejects.toBe(DUPLICATE)
})

it("a Medusa that works in another way is told, not broken", () => {
  expect(
    guardPayments({ paymentService_: { list: () => Promise.resolve([]) } })
  ).toBe(false)
})
