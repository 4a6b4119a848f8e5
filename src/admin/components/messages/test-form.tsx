import { Button, Input, toast } from "@medusajs/ui"
import type { FormEvent } from "react"
import { useTranslation } from "react-i18next"
import {
  type PreviewChoice,
  useSendTestMessage,
} from "../../hooks/messages/use-message-looks"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { FormField } from "../form-field"

/** Sends what the preview shows to somebody. */
export function TestForm({ choice }: { choice: PreviewChoice }) {
  const { t } = useTranslation("messages")
  const { mutateAsync } = useSendTestMessage()
  const { values, errors, message, set, submit, isSaving } = useDrawerForm({
    initial: { recipient: "" },
    save: async ({ recipient }) => {
      await mutateAsync({ ...choice, recipient })
      toast.success(t("preview.sent"))
    },
  })

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    void submit()
  }

  return (
    <form onSubmit={handleSubmit} noValidate className="px-6 py-4">
      <FormField
        label={t("preview.recipient")}
        hint={t("preview.recipientHint")}
        error={errors.recipient ?? message}
      >
        {(control) => (
          <div className="flex gap-x-2">
            <div className="flex-1">
              <Input
                {...control}
                type="email"
                size="small"
                value={values.recipient}
                onChange={(event) => set("recipient", event.target.value)}
              />
            </div>
            <Button
              size="small"
              variant="secondary"
              type="submit"
              isLoading={isSaving}
            >
              {t("preview.send")}
            </Button>
          </div>
        )}
      </FormField>
    </form>
  )
}
