import { Text, Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDigitalGrant } from "../../../types/digital-products"
import {
  type GrantChange,
  useChangeGrant,
} from "../../hooks/digital-products/use-digital-grants"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { FormField } from "../form-field"
import { FormPanel } from "../form-panel"

type ReasonPanelProps = {
  grant: AdminDigitalGrant
  action: GrantChange["action"]
  onClose: () => void
}

/** Takes a unit away or gives it anew; why, is asked and kept. */
export function ReasonPanel({ grant, action, onClose }: ReasonPanelProps) {
  const { t } = useTranslation("digitalProducts")
  const { mutateAsync } = useChangeGrant()
  const form = useDrawerForm({
    initial: { reason: "" },
    validate: ({ reason }) =>
      reason.trim() ? {} : { reason: t("reason.missing") },
    save: async ({ reason }) => {
      await mutateAsync({ id: grant.id, action, reason })
      toast.success(t(`${action}.done`))
    },
  })
  return (
    <FormPanel
      title={t(`${action}.title`)}
      submitLabel={t(`${action}.action`)}
      form={form}
      onClose={onClose}
    >
      <Text size="small">{t(`${action}.description`)}</Text>
      <FormField label={t("fields.reason")} error={form.errors.reason}>
        {(control) => (
          <Textarea
            {...control}
            value={form.values.reason}
            onChange={(event) => form.set("reason", event.target.value)}
          />
        )}
      </FormField>
    </FormPanel>
  )
}
