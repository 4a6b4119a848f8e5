import { RouteDrawer } from "@medusajs/dashboard/components"
import { useTranslation } from "react-i18next"
import { Drawer } from "../../../components/form-drawer"
import { MessagePreview } from "../../../components/messages/message-preview"

const MessagePreviewDrawer = () => {
  const { t } = useTranslation("messages")
  return (
    <Drawer title={t("preview.title")}>
      <RouteDrawer.Body className="flex flex-1 flex-col divide-y overflow-y-auto p-0">
        <MessagePreview />
      </RouteDrawer.Body>
    </Drawer>
  )
}
export default MessagePreviewDrawer
