import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { usePaymentTransactions } from "../../hooks/payment-transactions/use-payment-transactions"
import { DetailSection } from "../detail-section"
import { TransactionEntry } from "./transaction-entry"

/** More attempts than any order should need; the rest is a click away. */
const SHOWN = 50

/** What was tried with the money of one order, the oldest first. */
export function OrderTransactionsSection({ orderId }: { orderId: string }) {
  const { t } = useTranslation("paymentTransactions")
  const query = usePaymentTransactions({
    order_id: orderId,
    order: "created_at",
    limit: SHOWN,
  })
  const { data } = query
  const count = data?.count ?? 0
  return (
    <DetailSection
      title={t("timeline.title")}
      subtitle={count > 0 && t("entity", { count })}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/payment-transactions?order_id=${orderId}`}>
            {t("viewAll")}
          </Link>
        </Button>
      }
      query={query}
      emptyText={data?.count === 0 && t("empty.order")}
    >
      {data && count > 0 && (
        <ol className="flex flex-col px-6 py-4">
          {data.payment_transactions.map((transaction) => (
            <TransactionEntry key={transaction.id} transaction={transaction} />
          ))}
        </ol>
      )}
    </DetailSection>
  )
}
