import { ActionMenu } from "@medusajs/dashboard/components"
import { EnvelopeContent, Trash } from "@medusajs/icons"
import { StatusBadge, Text, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminDigitalFile,
  AdminDigitalProduct,
  DigitalFileStatus,
} from "../../../types/digital-products"
import { formatBytes } from "../../../utils/format-bytes"
import {
  useAnnounceDigitalFile,
  useDeleteDigitalFile,
} from "../../hooks/digital-products/use-digital-products"
import { attempt } from "../../lib/errors"
import { UploadButton } from "./upload-button"

const COLORS: Record<DigitalFileStatus, "grey" | "orange" | "green" | "red"> = {
  ...{ uploading: "grey", checking: "orange", ready: "green", refused: "red" },
}

export function FileList({ product }: { product: AdminDigitalProduct }) {
  const { t } = useTranslation("digitalProducts")
  if (product.files.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted">
        {t("files.none")}
      </Text>
    )
  }
  return (
    <ul className="flex flex-col gap-y-2">
      {product.files.map((file) => (
        <FileEntry key={file.id} product={product} file={file} />
      ))}
    </ul>
  )
}

type FileEntryProps = { product: AdminDigitalProduct; file: AdminDigitalFile }

function FileEntry({ product, file }: FileEntryProps) {
  const { t } = useTranslation("digitalProducts")
  const isNewest = product.files.every(
    ({ series_id, version }) =>
      series_id !== file.series_id || version <= file.version
  )
  return (
    <li className="flex items-center justify-between gap-x-2">
      <div className="min-w-0">
        <Text
          size="small"
          className="truncate"
          title={file.sha256 ?? undefined}
        >
          {file.filename}
        </Text>
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("files.about", {
            kind: t(`kind.${file.kind}`),
            version: file.version,
            size: formatBytes(file.size),
          })}
          {file.reason && ` · ${file.reason}`}
        </Text>
      </div>
      <div className="flex items-center gap-x-2">
        <StatusBadge color={COLORS[file.status]}>
          {t(`status.${file.status}`)}
        </StatusBadge>
        {isNewest && file.status === "ready" && (
          <UploadButton
            productId={product.id}
            label={t("files.newVersion")}
            kind={file.kind}
            replaces={file.id}
          />
        )}
        <FileMenu product={product} file={file} />
      </div>
    </li>
  )
}

function FileMenu({ product, file }: FileEntryProps) {
  const { t } = useTranslation("digitalProducts")
  const prompt = usePrompt()
  const remove = useDeleteDigitalFile()
  const announce = useAnnounceDigitalFile()
  const which = { productId: product.id, fileId: file.id }

  const ask =
    (act: "remove" | "announce", work: () => Promise<unknown>) => async () => {
      const isSure = await prompt({
        title: t(`files.${act}.title`, { filename: file.filename }),
        description: t(`files.${act}.description`),
        confirmText: t(`files.${act}.action`),
        cancelText: t("actions.cancel"),
        variant: act === "remove" ? "danger" : "confirmation",
      })
      if (isSure) {
        await attempt(async () => {
          await work()
          toast.success(t(`files.${act}.done`))
        })
      }
    }

  const canAnnounce =
    file.kind === "main" && file.status === "ready" && file.version > 1
  const actions = [
    ...(canAnnounce
      ? [
          {
            label: file.announced_at
              ? t("files.announced")
              : t("files.announce.action"),
            icon: <EnvelopeContent />,
            disabled: Boolean(file.announced_at),
            onClick: () =>
              void ask("announce", () => announce.mutateAsync(which))(),
          },
        ]
      : []),
    {
      label: t("files.remove.action"),
      icon: <Trash />,
      onClick: () => void ask("remove", () => remove.mutateAsync(which))(),
    },
  ]
  return <ActionMenu groups={[{ actions }]} />
}
