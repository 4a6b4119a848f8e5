import { Button, FocusModal, Heading, Hint, OtpInput, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { messageOf } from "../../lib/errors"

const DIGITS = 6

type CodeDialogProps = {
  title: string
  description: string
  /** What the code is for; a refusal is shown, and the next code may be typed. */
  onCode: (code: string) => Promise<void>
  onClose: () => void
}

/** Asks for six digits. */
export function CodeDialog({
  title,
  description,
  onCode,
  onClose,
}: CodeDialogProps) {
  const { t } = useTranslation("twoFactor")
  const [code, setCode] = useState("")
  const [error, setError] = useState("")
  const [isBusy, setBusy] = useState(false)
  const submit = async (typed: string) => {
    setBusy(true)
    setError("")
    try {
      await onCode(typed)
    } catch (refusal) {
      setError(messageOf(refusal))
      setCode("")
    } finally {
      setBusy(false)
    }
  }
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <FocusModal.Title className="sr-only">{title}</FocusModal.Title>
        </FocusModal.Header>
        <FocusModal.Body className="flex items-center justify-center p-6">
          <div className="flex max-w-sm flex-col items-center gap-y-6 text-center">
            <div>
              <Heading>{title}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {description}
              </Text>
            </div>
            <OtpInput
              value={code}
              onChange={setCode}
              onComplete={submit}
              disabled={isBusy}
              autoFocus
            />
            {error && (
              <Hint variant="error" role="alert">
                {error}
              </Hint>
            )}
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            size="small"
            isLoading={isBusy}
            disabled={code.length < DIGITS}
            onClick={() => submit(code)}
          >
            {t("actions.confirm")}
          </Button>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}
