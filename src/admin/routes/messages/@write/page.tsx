import { useTranslation } from "react-i18next"
import { Drawer } from "../../../components/form-drawer"
import { WriteForm } from "../../../components/messages/write-form"

const WriteMessageDrawer = () => {
  const { t } = useTranslation("messages")
  return (
    <Drawer title={t("write.title")}>
      <WriteForm />
    </Drawer>
  )
}
export default WriteMessageDrawer
