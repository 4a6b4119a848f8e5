import { Button } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import type { DigitalFileKind } from "../../../types/digital-products"
import { useFileUpload } from "../../hooks/digital-products/use-file-upload"

type UploadButtonProps = {
  productId: string
  label: string
  kind: DigitalFileKind
  /** The file that the chosen one is a new version of. */
  replaces?: string
}

/** Asks for a file and sends it, with its progress instead of the label. */
export function UploadButton({
  productId,
  label,
  kind,
  replaces,
}: UploadButtonProps) {
  const { t } = useTranslation("digitalProducts")
  const input = useRef<HTMLInputElement>(null)
  const { upload, progress } = useFileUpload(productId)
  const isSending = progress !== undefined
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ""
          if (file) {
            void upload(file, { kind, replaces })
          }
        }}
      />
      <Button
        size="small"
        variant="secondary"
        disabled={isSending}
        onClick={() => input.current?.click()}
      >
        {isSending ? t("files.sending", { progress }) : label}
      </Button>
    </>
  )
}
