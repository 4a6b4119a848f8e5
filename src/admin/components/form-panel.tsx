import { Alert, Button, Drawer } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"

type FormPanelProps = PropsWithChildren<{
  title: string
  submitLabel?: string
  form: {
    message?: string
    isSaving: boolean
    submit: () => Promise<boolean>
  }
  onClose: () => void
}>

/** A drawer with a form, for widgets: a page's own drawers have an address. */
export function FormPanel({
  title,
  submitLabel,
  form,
  onClose,
  children,
}: FormPanelProps) {
  const { t } = useTranslation()

  async function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (await form.submit()) {
      onClose()
    }
  }

  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
        </Drawer.Header>
        <form
          onSubmit={handleSubmit}
          noValidate
          className="flex flex-1 flex-col overflow-hidden"
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            {form.message && <Alert variant="error">{form.message}</Alert>}
            {children}
          </Drawer.Body>
          <Drawer.Footer>
            <Button
              size="small"
              variant="secondary"
              type="button"
              onClick={onClose}
            >
              {t("actions.cancel")}
            </Button>
            <Button size="small" type="submit" isLoading={form.isSaving}>
              {submitLabel ?? t("actions.save")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
