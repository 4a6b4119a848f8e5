import { Text, Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  type Account,
  type AccountDecision,
  useDecideOnAccount,
} from "../../hooks/accounts/use-suspensions"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { FormField } from "../form-field"
import { FormPanel } from "../form-panel"

type DecisionPanelProps = {
  account: Account
  action: AccountDecision["action"]
  onClose: () => void
}

/** Keeps somebody from signing in, or lets them again; asks first, and why is kept. */
export function DecisionPanel({
  account,
  action,
  onClose,
}: DecisionPanelProps) {
  const { t } = useTranslation("accounts")
  const { mutateAsync } = useDecideOnAccount(account)
  const form = useDrawerForm({
    initial: { reason: "" },
    validate: ({ reason }) =>
      reason.trim() ? {} : { reason: t("reason.missing") },
    save: async ({ reason }) => {
      await mutateAsync({ action, reason })
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
      <FormField
        label={t("reason.label")}
        hint={t("reason.hint")}
        error={form.errors.reason}
      >
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
