import type { AdminPaymentTransaction } from "../../../../types/payment-transactions"

const PAGE = 1000

export const CSV_COLUMNS = [
  "created_at",
  "finished_at",
  "id",
  "order_id",
  "provider_id",
  "action",
  "outcome",
  "amount",
  "currency_code",
  "state_before",
  "state_after",
  "gateway_payment_id",
  "gateway_reference_id",
  "payment_collection_id",
  "payment_session_id",
  "payment_id",
  "capture_id",
  "refund_id",
  "cause",
  "actor_type",
  "actor_id",
  "request_id",
  "source",
  "error",
] as const satisfies readonly (keyof AdminPaymentTransaction)[]

type ReadPage = (
  limit: number,
  after?: AdminPaymentTransaction
) => Promise<AdminPaymentTransaction[]>

/**
 * All rows, read a page at a time as the client takes them. The first page is read at once:
 * what fails then can still be answered with a status.
 */
export async function exportRows(
  readPage: ReadPage,
  size = PAGE
): Promise<AsyncGenerator<AdminPaymentTransaction>> {
  const first = await readPage(size)
  async function* rows() {
    let page = first
    for (;;) {
      yield* page
      if (page.length < size) {
        return
      }
      page = await readPage(size, page.at(-1))
    }
  }
  return rows()
}
