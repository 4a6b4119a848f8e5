import { Input, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useCreateSuppression } from "../../hooks/messages/use-suppressions"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { DrawerForm } from "../form-drawer"
import { FormField } from "../form-field"

/** An address tells its channel by itself: only those of e-mails have an @. */
const channelOf = (address: string) =>
  address.includes("@") ? ("email" as const) : ("sms" as const)

export function SuppressionForm() {
  const { t } = useTranslation("messageSuppressions")
  const { mutateAsync } = useCreateSuppression()
  const form = useDrawerForm({
    initial: { address: "" },
    save: async ({ address: typed }) => {
      const address = typed.trim()
      await mutateAsync({ channel: channelOf(address), address })
      toast.success(t("create.done"))
    },
  })
  const { values, errors, set } = form
  return (
    <DrawerForm form={form} submitLabel={t("actions.add")}>
      <div className="flex flex-col gap-y-4 px-6 py-6">
        <FormField
          label={t("fields.address")}
          hint={t("create.addressHint")}
          error={errors.address}
        >
          {(control) => (
            <Input
              {...control}
              value={values.address}
              onChange={(event) => set("address", event.target.value)}
            />
          )}
        </FormField>
      </div>
    </DrawerForm>
  )
}
