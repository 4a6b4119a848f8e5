import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { usePaymentTransactions } from "../../hooks/payment-transactions/use-payment-transactions"
import { LoadFailure } from "../load-failure"
import { TransactionEntry } from "./transaction-entry"

/** More attempts than any order should need; the rest is a click away. */
const SHOWN = 50

/** What was tried with the money of one order, the oldest first. */
export function OrderTransactionsSection({ orderId }: { orderId: string }) {
  const { t } = useTranslation("paymentTransactions")
  const { data, error, refetch } = usePaymentTransactions({
    order_id: orderId,
    order: "created_at",
    limit: SHOWN,
  })
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h2">{t("timeline.title")}</Heading>
          {data && data.count > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("entity", { count: data.count })}
            </Text>
          )}
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to={`/payment-transactions?order_id=${orderId}`}>
            {t("viewAll")}
          </Link>
        </Button>
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && <SectionSkeleton />}
      {data?.count === 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("empty.order")}
        </Text>
      )}
      {data && data.count > 0 && (
        <ol className="flex flex-col px-6 py-4">
          {data.payment_transactions.map((transaction) => (
            <TransactionEntry key={transaction.id} transaction={transaction} />
          ))}
        </ol>
      )}
    </Container>
  )
}

function SectionSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-4 w-1/2 rounded-md" />
      <Skeleton className="h-4 w-full rounded-md" />
      <Skeleton className="h-4 w-3/4 rounded-md" />
    </div>
  )
}
