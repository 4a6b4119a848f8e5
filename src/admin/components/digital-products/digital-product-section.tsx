import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDigitalProducts } from "../../hooks/digital-products/use-digital-products"
import { LoadFailure } from "../load-failure"
import { DigitalVariant } from "./digital-variant"

type DigitalProductSectionProps = {
  productId: string
  variants: { id: string; title: string | null }[]
}

/** What of a product is sold as a file. */
export function DigitalProductSection({
  productId,
  variants,
}: DigitalProductSectionProps) {
  const { t } = useTranslation("digitalProducts")
  const { data, error, isPending, refetch } = useDigitalProducts(productId)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("section.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {variants.length > 0 ? t("section.subtitle") : t("section.none")}
        </Text>
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {isPending && (
        <div
          role="status"
          aria-label={t("section.loading")}
          className="bg-ui-bg-component m-6 h-8 animate-pulse rounded"
        />
      )}
      {data &&
        variants.map((variant) => (
          <DigitalVariant
            key={variant.id}
            variant={variant}
            product={data.find(({ variant_id }) => variant_id === variant.id)}
          />
        ))}
    </Container>
  )
}
