import { Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDigitalProduct } from "../../../types/digital-products"
import { useImportLicenceKeys } from "../../hooks/digital-products/use-digital-products"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { FormField } from "../form-field"
import { FormPanel } from "../form-panel"

type KeysPanelProps = { product: AdminDigitalProduct; onClose: () => void }

/** One key per line; of a line of CSV, the first field. */
const keysIn = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => (line.split(/[,;\t]/)[0] ?? "").trim())
    .map((field) => field.replace(/^"(.*)"$/, "$1"))
    .filter(Boolean)

export function KeysPanel({ product, onClose }: KeysPanelProps) {
  const { t } = useTranslation("digitalProducts")
  const { mutateAsync } = useImportLicenceKeys()
  const form = useDrawerForm({
    initial: { keys: "" },
    validate: ({ keys }) =>
      keysIn(keys).length > 0 ? {} : { keys: t("keys.empty") },
    save: async ({ keys }) => {
      const done = await mutateAsync({
        productId: product.id,
        keys: keysIn(keys),
      })
      toast.success(t("keys.done", done))
    },
  })
  const { values, errors, set } = form
  return (
    <FormPanel
      title={t("keys.import")}
      submitLabel={t("keys.import")}
      form={form}
      onClose={onClose}
    >
      <FormField
        label={t("fields.keys")}
        hint={t("keys.count", { count: keysIn(values.keys).length })}
        error={errors.keys}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={14}
            className="font-mono"
            value={values.keys}
            onChange={(event) => set("keys", event.target.value)}
          />
        )}
      </FormField>
      <input
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={t("keys.file")}
        className="txt-small"
        onChange={async ({ target }) =>
          set("keys", (await target.files?.[0]?.text()) ?? "")
        }
      />
    </FormPanel>
  )
}
