import {
  Button,
  Container,
  Heading,
  Text,
  toast,
  usePrompt,
} from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { resetTwoFactor } from "../../hooks/two-factor/use-factor-actions"
import { useStepUp } from "./use-step-up"

type ResetFactorProps = { account: "users" | "customers"; id: string }

/** For who has lost the phone: switches another's second factor off, after a question. */
export function ResetFactorSection({ account, id }: ResetFactorProps) {
  const { t } = useTranslation("twoFactor")
  const prompt = usePrompt()
  const { run, dialog } = useStepUp()
  const reset = async () => {
    const isConfirmed = await prompt({
      title: t("reset.title"),
      description: t("reset.question"),
      confirmText: t("reset.action"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) {
      await run(async () => {
        await resetTwoFactor(account, id)
        toast.success(t("reset.done"))
      })
    }
  }
  return (
    <Container className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div>
        <Heading level="h2">{t("reset.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("reset.description")}
        </Text>
      </div>
      <Button size="small" variant="danger" onClick={reset}>
        {t("reset.action")}
      </Button>
      {dialog}
    </Container>
  )
}
