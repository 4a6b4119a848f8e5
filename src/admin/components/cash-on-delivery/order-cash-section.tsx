import { Button, Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminCashOrderState,
  CashState,
} from "../../../types/cash-on-delivery"
import { useCashOrder } from "../../hooks/cash-on-delivery/use-cash-order"
import { formatAmount } from "../../lib/money"
import { LoadFailure } from "../load-failure"
import { useCollecting } from "./use-collecting"

const COLORS: Record<CashState, "orange" | "green" | "grey"> = {
  open: "orange",
  started: "orange",
  collected: "green",
  canceled: "grey",
  nothing_owed: "grey",
}

/** The cash of one order; nothing where the order is paid in another way. */
export function OrderCashSection({ orderId }: { orderId: string }) {
  const { t } = useTranslation("cashOnDelivery")
  const { data: cash, error, refetch } = useCashOrder(orderId)
  if (!error && !cash) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        {cash && (
          <StatusBadge color={COLORS[cash.state]}>
            {t(`state.${cash.state}`)}
          </StatusBadge>
        )}
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {cash && <Collection cash={cash} />}
    </Container>
  )
}

function Collection({ cash }: { cash: AdminCashOrderState }) {
  const { t } = useTranslation("cashOnDelivery")
  const { collect, isCollecting } = useCollecting()
  const isOpen = cash.state === "open" || cash.state === "started"
  return (
    <div className="flex items-center justify-between px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t(`order.${cash.state}`, {
          amount: formatAmount(cash.amount, cash.currency_code),
        })}
      </Text>
      {isOpen && (
        <Button
          size="small"
          isLoading={isCollecting}
          onClick={() => void collect([cash.order_id])}
        >
          {t("collect.action")}
        </Button>
      )}
    </div>
  )
}
