import { Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { MESSAGE_TEMPLATES } from "../../../types/messages"
import {
  type PreviewChoice,
  useMessagePreview,
} from "../../hooks/messages/use-message-looks"
import { FormSkeleton } from "../form-skeleton"
import { LoadFailure } from "../load-failure"
import { ChoiceField } from "./choice-field"
import { MessageContent } from "./message-record"
import { TestForm } from "./test-form"

/** Any message with made-up data, as its reader would get it now. */
export function MessagePreview() {
  const { t } = useTranslation("messages")
  const [choice, setChoice] = useState<PreviewChoice>({
    template: "order-placed",
  })
  const { data, error, refetch } = useMessagePreview(choice)
  if (error) {
    return <LoadFailure error={error} onRetry={refetch} />
  }
  if (!data) {
    return <FormSkeleton />
  }
  const { preview, languages } = data
  return (
    <>
      <PreviewChoices
        choice={{ locale: preview.locale, ...choice }}
        languages={languages}
        onChange={setChoice}
      />
      <TestForm choice={choice} />
      <Subject subject={preview.subject} />
      <MessageContent message={preview} title={t("preview.body")} />
    </>
  )
}

type PreviewChoicesProps = {
  choice: PreviewChoice
  languages: string[]
  onChange: (choice: PreviewChoice) => void
}

function PreviewChoices({ choice, languages, onChange }: PreviewChoicesProps) {
  const { t, i18n } = useTranslation("messages")
  const names = new Intl.DisplayNames(i18n.language, { type: "language" })
  const known = [...new Set([choice.locale ?? "en", ...languages])]
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle">
        {t("preview.hint")}
      </Text>
      <div className="grid grid-cols-2 gap-x-4">
        <ChoiceField
          label={t("preview.template")}
          value={choice.template}
          choices={MESSAGE_TEMPLATES.map((value) => ({
            value,
            label: t(`template.${value}`),
          }))}
          onChange={(template) => onChange({ ...choice, template })}
        />
        <ChoiceField
          label={t("preview.locale")}
          value={choice.locale}
          choices={known.map((value) => ({
            value,
            label: names.of(value) ?? value,
          }))}
          onChange={(locale) => onChange({ ...choice, locale })}
        />
      </div>
    </div>
  )
}

function Subject({ subject }: { subject: string }) {
  const { t } = useTranslation("messages")
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      <Text size="small" leading="compact" weight="plus">
        {t("preview.subject")}
      </Text>
      <Text size="small">{subject}</Text>
    </div>
  )
}
