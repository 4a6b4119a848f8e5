import { Text, Textarea, toast } from "@medusajs/ui"
import { useDrawerForm } from "../hooks/use-drawer-form"
import { FormField } from "./form-field"
import { FormPanel } from "./form-panel"

type ReasonPanelProps = {
  title: string
  description: string
  /** On the button. */
  actionLabel: string
  /** What the reason is called, and who will read it. */
  label: string
  hint?: string
  /** Said when there is none. */
  missing: string
  /** Said when it is done. */
  done: string
  save: (reason: string) => Promise<unknown>
  onClose: () => void
}

/** Asks why before something is done that somebody will wonder about. */
export function ReasonPanel({
  title,
  description,
  actionLabel,
  label,
  hint,
  missing,
  done,
  save,
  onClose,
}: ReasonPanelProps) {
  const form = useDrawerForm({
    initial: { reason: "" },
    validate: ({ reason }) => (reason.trim() ? {} : { reason: missing }),
    save: async ({ reason }) => {
      await save(reason)
      toast.success(done)
    },
  })
  return (
    <FormPanel
      title={title}
      submitLabel={actionLabel}
      form={form}
      onClose={onClose}
    >
      <Text size="small">{description}</Text>
      <FormField label={label} hint={hint} error={form.errors.reason}>
        {(control) => (
          <Textarea
            {...control}
            value={form.values.reason}
            onChange={(event) => form.set("reason", event.target.value)}
          />
        )}
      </FormField>
    </FormPanel>
  )
}
