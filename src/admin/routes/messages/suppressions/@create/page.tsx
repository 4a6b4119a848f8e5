import { useTranslation } from "react-i18next"
import { Drawer } from "../../../../components/form-drawer"
import { SuppressionForm } from "../../../../components/messages/suppression-form"

const CreateSuppressionDrawer = () => {
  const { t } = useTranslation("messageSuppressions")
  return (
    <Drawer title={t("create.title")}>
      <SuppressionForm />
    </Drawer>
  )
}
export default CreateSuppressionDrawer
