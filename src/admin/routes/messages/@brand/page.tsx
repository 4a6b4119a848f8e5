import { useTranslation } from "react-i18next"
import { Drawer } from "../../../components/form-drawer"
import { FormSkeleton } from "../../../components/form-skeleton"
import { LoadFailure } from "../../../components/load-failure"
import { BrandForm } from "../../../components/messages/brand-form"
import { useMessageBrand } from "../../../hooks/messages/use-message-looks"

const MessageBrandDrawer = () => {
  const { t } = useTranslation("messages")
  const { data, error, refetch } = useMessageBrand()
  return (
    <Drawer title={t("brand.title")}>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && <FormSkeleton />}
      {data && <BrandForm {...data} />}
    </Drawer>
  )
}
export default MessageBrandDrawer
