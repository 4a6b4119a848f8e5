import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { Alert, Button, Heading } from "@medusajs/ui"
import type {
  FormEvent,
  KeyboardEvent,
  PropsWithChildren,
  ReactNode,
} from "react"
import { useTranslation } from "react-i18next"
import { UnsavedChangesPrompt } from "./unsaved-changes-prompt"

type Form = {
  message?: string
  isDirty: boolean
  isSaving: boolean
  /** True when it is saved. */
  submit: () => Promise<boolean>
}

type DrawerProps = PropsWithChildren<{ title: string; aside?: ReactNode }>

/** A drawer with an address of its own, titled. */
export function Drawer({ title, aside, children }: DrawerProps) {
  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <div className="flex items-center gap-x-3">
          <RouteDrawer.Title asChild>
            <Heading>{title}</Heading>
          </RouteDrawer.Title>
          {aside}
        </div>
      </RouteDrawer.Header>
      {children}
    </RouteDrawer>
  )
}

type DrawerFormProps = PropsWithChildren<{
  form: Form
  submitLabel?: string
  /** Instead of closing the drawer. */
  onSaved?: () => void
}>

/** The form inside a drawer: its fields scroll, cancel and save stay in sight. */
export function DrawerForm({
  form,
  submitLabel,
  onSaved,
  children,
}: DrawerFormProps) {
  const { t } = useTranslation()
  const { handleSuccess } = useRouteModal()

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = event.currentTarget
    if (await form.submit()) {
      const close = onSaved ?? handleSuccess
      close()
    } else {
      requestAnimationFrame(() => focusFirstInvalid(fields))
    }
  }

  return (
    <form
      onSubmit={handleSubmit}
      onKeyDown={handleKeyDown}
      noValidate
      className="flex flex-1 flex-col overflow-hidden"
    >
      <RouteDrawer.Body className="flex flex-1 flex-col divide-y overflow-y-auto p-0">
        {form.message && (
          <div className="px-6 py-4">
            <Alert variant="error">{form.message}</Alert>
          </div>
        )}
        {children}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("actions.cancel")}
          </Button>
        </RouteDrawer.Close>
        <Button size="small" type="submit" isLoading={form.isSaving}>
          {submitLabel ?? t("actions.save")}
        </Button>
      </RouteDrawer.Footer>
      <UnsavedChangesPrompt isDirty={form.isDirty} />
    </form>
  )
}

/** As in the dashboard's forms, only Ctrl or Cmd with Enter saves; unlike there, Enter alone still presses a button. */
function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter") {
    return
  }
  if (event.metaKey || event.ctrlKey) {
    event.preventDefault()
    event.currentTarget.requestSubmit()
  } else if (event.target instanceof HTMLInputElement) {
    event.preventDefault()
  }
}

/** Once its complaint is rendered, what is wrong may lie out of sight. */
function focusFirstInvalid(form: HTMLFormElement) {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
