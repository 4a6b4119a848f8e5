import { ActionMenu } from "@medusajs/dashboard/components"
import { Key, PencilSquare, Trash } from "@medusajs/icons"
import { Alert, Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDigitalProduct } from "../../../types/digital-products"
import { useDeleteDigitalProduct } from "../../hooks/digital-products/use-digital-products"
import { attempt } from "../../lib/errors"
import { FileList } from "./file-list"
import { KeysPanel } from "./keys-panel"
import { TermsPanel } from "./terms-panel"
import { UploadButton } from "./upload-button"

type DigitalVariantProps = {
  variant: { id: string; title: string | null }
  product?: AdminDigitalProduct
}

/** One variant: what is sold with it, or the way to sell it as a file. */
export function DigitalVariant({ variant, product }: DigitalVariantProps) {
  const { t } = useTranslation("digitalProducts")
  const [open, setOpen] = useState<"terms" | "keys">()
  const close = () => setOpen(undefined)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between">
        <div>
          <Text size="small" weight="plus">
            {variant.title}
          </Text>
          {product && <Terms product={product} />}
        </div>
        {product ? (
          <VariantMenu product={product} onOpen={setOpen} />
        ) : (
          <Button
            size="small"
            variant="secondary"
            aria-label={`${t("terms.make")}: ${variant.title ?? ""}`}
            onClick={() => setOpen("terms")}
          >
            {t("terms.make")}
          </Button>
        )}
      </div>
      {product && (
        <>
          <PoolWarning product={product} />
          <FileList product={product} />
          <div className="flex gap-x-2">
            {(["main", "preview"] as const).map((kind) => (
              <UploadButton
                key={kind}
                productId={product.id}
                label={t(`files.add.${kind}`)}
                kind={kind}
              />
            ))}
          </div>
        </>
      )}
      {open === "terms" && (
        <TermsPanel variantId={variant.id} product={product} onClose={close} />
      )}
      {open === "keys" && product && (
        <KeysPanel product={product} onClose={close} />
      )}
    </div>
  )
}

function Terms({ product }: { product: AdminDigitalProduct }) {
  const { t } = useTranslation("digitalProducts")
  const { licence_type, download_limit, access_days, key_mode, keys } = product
  const terms = [
    t(`licence.${licence_type}`),
    download_limit === null
      ? t("terms.unlimited")
      : t("terms.downloads", { count: download_limit }),
    access_days === null
      ? t("terms.forEver")
      : t("terms.days", { count: access_days }),
    ...(key_mode === "pool" ? [t("keys.pooled", { free: keys.free })] : []),
    ...(key_mode === "generated" ? [t("keys.generated")] : []),
  ]
  return (
    <Text size="xsmall" className="text-ui-fg-muted">
      {terms.join(" · ")}
    </Text>
  )
}

function PoolWarning({
  product: {
    keys: { is_low, waiting, free },
  },
}: {
  product: AdminDigitalProduct
}) {
  const { t } = useTranslation("digitalProducts")
  if (!is_low) {
    return null
  }
  return (
    <Alert variant={waiting > 0 ? "error" : "warning"}>
      {waiting > 0
        ? t("keys.waiting", { count: waiting })
        : t("keys.low", { count: free })}
    </Alert>
  )
}

type VariantMenuProps = {
  product: AdminDigitalProduct
  onOpen: (panel: "terms" | "keys") => void
}

function VariantMenu({ product, onOpen }: VariantMenuProps) {
  const { t } = useTranslation("digitalProducts")
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteDigitalProduct()

  async function remove() {
    const isSure = await prompt({
      title: t("terms.remove.title"),
      description: t("terms.remove.description"),
      confirmText: t("terms.remove.action"),
      cancelText: t("actions.cancel"),
    })
    if (isSure) {
      await attempt(async () => {
        await mutateAsync(product.id)
        toast.success(t("terms.remove.done"))
      })
    }
  }

  const actions = [
    {
      label: t("terms.edit"),
      icon: <PencilSquare />,
      onClick: () => onOpen("terms"),
    },
    ...(product.key_mode === "pool"
      ? [
          {
            label: t("keys.import"),
            icon: <Key />,
            onClick: () => onOpen("keys"),
          },
        ]
      : []),
    {
      label: t("terms.remove.action"),
      icon: <Trash />,
      onClick: () => void remove(),
    },
  ]
  return <ActionMenu groups={[{ actions }]} />
}
