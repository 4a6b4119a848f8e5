import {
  Button,
  Container,
  Heading,
  StatusBadge,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  isOptionalCategory,
  type MessagePreference,
} from "../../../types/messages-preferences"
import {
  usePreferences,
  useSwitchOff,
} from "../../hooks/messages/use-preferences"
import { attempt } from "../../lib/errors"
import { LoadFailure } from "../load-failure"

type Props = { customerId: string }

/** What the customer gets, and what they have switched off. */
export function PreferencesSection({ customerId }: Props) {
  const { t } = useTranslation("messages")
  const { data, error, refetch } = usePreferences(customerId)
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("preferences.domain")}
      </Heading>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      <ul className="divide-y">
        {data?.preferences.map((preference) => (
          <PreferenceEntry
            key={preference.category}
            preference={preference}
            customerId={customerId}
          />
        ))}
      </ul>
    </Container>
  )
}

type EntryProps = Props & { preference: MessagePreference }

function PreferenceEntry({ preference, customerId }: EntryProps) {
  const { t } = useTranslation("messages")
  const { category, is_on: isOn } = preference
  const { switchOff, isPending } = useSwitchingOff(preference, customerId)
  return (
    <li className="flex items-center justify-between gap-x-2 px-6 py-3">
      <Text size="small" leading="compact">
        {t(`category.${category}`)}
      </Text>
      <div className="flex items-center gap-x-2">
        {switchOff && (
          <Button
            size="small"
            variant="transparent"
            isLoading={isPending}
            onClick={() => void switchOff()}
          >
            {t("preferences.switchOff")}
          </Button>
        )}
        <StatusBadge color={isOn ? "green" : "grey"}>
          {t(isOn ? "preferences.on" : "preferences.off")}
        </StatusBadge>
      </div>
    </li>
  )
}

/** Nothing for what is always sent, or off already. */
function useSwitchingOff({ category, is_on }: MessagePreference, id: string) {
  const { t } = useTranslation("messages")
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useSwitchOff(id)
  if (!is_on || !isOptionalCategory(category)) {
    return { isPending }
  }
  const switchOff = async () => {
    const isConfirmed = await prompt({
      title: t("preferences.title", { category: t(`category.${category}`) }),
      description: t("preferences.description"),
      confirmText: t("preferences.switchOff"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) {
      await attempt(async () => {
        await mutateAsync(category)
        toast.success(t("preferences.done"))
      })
    }
  }
  return { switchOff, isPending }
}
