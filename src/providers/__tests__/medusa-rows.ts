import {
  type PaymentAttempt,
  type PaymentAttemptResult,
  setAttemptRecorder,
} from "../../utils/payment-attempts"

export type LoggedAttempt = PaymentAttempt & { result?: PaymentAttemptResult }

/** What the transaction log was told, in order. */
export function recordAttempts(): LoggedAttempt[] {
  const attempts: LoggedAttempt[] = []
  setAttemptRecorder((attempt) => {
    const row: LoggedAttempt = { ...attempt }
    attempts.push(row)
    return Promise.resolve((result) => {
      row.result = result
      return Promise.resolve()
    })
  })
  return attempts
}

export type Movement = { id: string; payment_id: string; raw_amount: string }

/** Medusa's own service of captures or of refunds, in memory: one that is not among the rows takes the whole payment. */
export function movementService(rows: Movement[], whole: string) {
  const all = { id: "capt_whole", payment_id: "pay_whole", raw_amount: whole }
  return {
    retrieve: (id: string) =>
      Promise.resolve(rows.find((row) => row.id === id) ?? all),
    list: ({ payment_id }: { payment_id: string }) =>
      Promise.resolve(
        [...rows, all].filter((row) => row.payment_id === payment_id)
      ),
  }
}
