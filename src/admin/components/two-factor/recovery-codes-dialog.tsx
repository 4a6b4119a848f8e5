import { Button, Copy, FocusModal, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

type RecoveryCodesDialogProps = { codes: string[]; onClose: () => void }

/** Shows recovery codes, once. */
export function RecoveryCodesDialog({
  codes,
  onClose,
}: RecoveryCodesDialogProps) {
  const { t } = useTranslation("twoFactor")
  return (
    <FocusModal open onOpenChange={(open) => !open && onClose()}>
      <FocusModal.Content>
        <FocusModal.Header>
          <FocusModal.Title className="sr-only">
            {t("recovery.title")}
          </FocusModal.Title>
        </FocusModal.Header>
        <FocusModal.Body className="flex justify-center p-6">
          <div className="flex max-w-xl flex-col gap-y-4">
            <div>
              <Heading>{t("recovery.title")}</Heading>
              <Text size="small" className="text-ui-fg-subtle">
                {t("recovery.shown")}
              </Text>
            </div>
            <ul className="bg-ui-bg-subtle border-ui-border-base grid grid-cols-1 gap-3 rounded-lg border p-4 md:grid-cols-2">
              {codes.map((code) => (
                <li key={code} className="txt-small font-mono">
                  {code}
                </li>
              ))}
            </ul>
          </div>
        </FocusModal.Body>
        <FocusModal.Footer>
          <Copy content={codes.join("\n")} asChild>
            <Button size="small" variant="secondary">
              {t("actions.copy")}
            </Button>
          </Copy>
          <Button size="small" onClick={onClose}>
            {t("recovery.kept")}
          </Button>
        </FocusModal.Footer>
      </FocusModal.Content>
    </FocusModal>
  )
}
