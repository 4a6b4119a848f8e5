import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  useDigitalProducts,
  useVariants,
} from "../../hooks/digital-products/use-digital-products"
import { LoadFailure } from "../load-failure"
import { DigitalVariant } from "./digital-variant"

/** What of a product is sold as a file. */
export function DigitalProductSection({ productId }: { productId: string }) {
  const { t } = useTranslation("digitalProducts")
  const digital = useDigitalProducts(productId)
  const variants = useVariants(productId)
  const failed = [digital, variants].find(({ error }) => error)
  const isEmpty = variants.data?.length === 0
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("section.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t(isEmpty ? "section.none" : "section.subtitle")}
        </Text>
      </div>
      {failed?.error && (
        <LoadFailure error={failed.error} onRetry={failed.refetch} />
      )}
      {(digital.isPending || variants.isPending) && (
        <div
          role="status"
          aria-label={t("section.loading")}
          className="bg-ui-bg-component m-6 h-8 animate-pulse rounded"
        />
      )}
      {digital.data &&
        variants.data?.map((variant) => (
          <DigitalVariant
            key={variant.id}
            variant={variant}
            product={digital.data.find(
              ({ variant_id }) => variant_id === variant.id
            )}
          />
        ))}
    </Container>
  )
}
