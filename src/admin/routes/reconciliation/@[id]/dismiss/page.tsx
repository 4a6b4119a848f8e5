import { Text, Textarea, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Drawer, DrawerForm } from "../../../../components/form-drawer"
import { FormField } from "../../../../components/form-field"
import { useCaseAction } from "../../../../hooks/reconciliation/use-case-actions"
import { useDrawerForm } from "../../../../hooks/use-drawer-form"

const DismissDrawer = () => {
  const { t } = useTranslation("reconciliation")
  const { id = "" } = useParams()
  const { mutateAsync } = useCaseAction()
  const form = useDrawerForm({
    initial: { reason: "" },
    save: async (body) => {
      await mutateAsync({ id, action: "dismiss", body })
      toast.success(t("dismiss.done"))
    },
  })
  return (
    <Drawer title={t("dismiss.title")}>
      <DrawerForm form={form} submitLabel={t("dismiss.action")}>
        <div className="flex flex-col gap-y-4 px-6 py-4">
          <Text size="small">{t("dismiss.description")}</Text>
          <FormField label={t("dismiss.reason")} error={form.errors.reason}>
            {(control) => (
              <Textarea
                {...control}
                autoFocus
                maxLength={500}
                value={form.values.reason}
                onChange={({ target }) => form.set("reason", target.value)}
              />
            )}
          </FormField>
        </div>
      </DrawerForm>
    </Drawer>
  )
}
export default DismissDrawer
