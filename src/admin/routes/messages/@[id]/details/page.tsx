import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Drawer } from "../../../../components/form-drawer"
import { FormSkeleton } from "../../../../components/form-skeleton"
import { LoadFailure } from "../../../../components/load-failure"
import { MessageBadge } from "../../../../components/messages/message-badge"
import {
  MessageContent,
  MessageRecord,
} from "../../../../components/messages/message-record"
import { useMessageActs } from "../../../../components/messages/use-message-acts"
import { useMessage } from "../../../../hooks/messages/use-messages"
import type { AdminMessage } from "../../../../../types/messages"

const MessageDrawer = () => {
  const { t } = useTranslation("messages")
  const { id = "" } = useParams()
  const { data, error, refetch } = useMessage(id)
  const message = data?.message
  return (
    <Drawer
      title={t("details.title")}
      aside={message && <MessageBadge status={message.status} />}
    >
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !message && <FormSkeleton />}
      {message && (
        <>
          <RouteDrawer.Body className="flex flex-1 flex-col divide-y overflow-y-auto p-0">
            {/* As in any mailbox, its mails are there to be read. */}
            {message.has_links && <MessageContent message={message} />}
            <MessageRecord message={message} />
            {!message.has_links && <MessageContent message={message} />}
          </RouteDrawer.Body>
          <Acts message={message} />
        </>
      )}
    </Drawer>
  )
}
export default MessageDrawer

function Acts({ message }: { message: AdminMessage }) {
  const { t } = useTranslation("messages")
  const { resend, cancel, isPending } = useMessageActs(message)
  return (
    <RouteDrawer.Footer>
      {Object.entries({ resend, cancel }).map(
        ([name, act]) =>
          act && (
            <Button
              key={name}
              size="small"
              variant="secondary"
              isLoading={isPending}
              onClick={() => void act()}
            >
              {t(`${name}.action`)}
            </Button>
          )
      )}
    </RouteDrawer.Footer>
  )
}
