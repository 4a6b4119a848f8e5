import { Button, Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useOrderGrants } from "../../hooks/digital-products/use-digital-grants"
import { LoadFailure } from "../load-failure"
import { GrantEntry } from "./grant-entry"

const PAGE = 20

/** What an order's buyer may download; nothing where there is nothing digital. */
export function OrderDownloadsSection({ orderId }: { orderId: string }) {
  const { t } = useTranslation("digitalProducts")
  const [offset, setOffset] = useState(0)
  const { data, error, refetch } = useOrderGrants(orderId, offset, PAGE)
  if (!error && !data?.count) {
    return null
  }
  const hasMore = (data?.count ?? 0) > offset + PAGE
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      <ul className="divide-y">
        {data?.grants.map((grant) => (
          <GrantEntry key={grant.id} grant={grant} />
        ))}
      </ul>
      {(offset > 0 || hasMore) && (
        <div className="flex justify-end gap-x-2 px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - PAGE))}
          >
            {t("order.previous")}
          </Button>
          <Button
            size="small"
            variant="secondary"
            disabled={!hasMore}
            onClick={() => setOffset(offset + PAGE)}
          >
            {t("order.next")}
          </Button>
        </div>
      )}
    </Container>
  )
}
