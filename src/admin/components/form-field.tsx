import { Hint, Label, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useTranslation } from "react-i18next"

/** Goes onto the input, so that label, hint and error belong to it. */
export type FieldControl = {
  id: string
  "aria-labelledby": string
  "aria-describedby": string
  "aria-invalid": boolean
}

type FormFieldProps = {
  label: string
  optional?: boolean
  hint?: string
  error?: string
  children: (control: FieldControl) => ReactNode
}

/** A labelled input with its hint and what is wrong with it, as the dashboard's forms look. */
export function FormField({
  label,
  optional,
  hint,
  error,
  children,
}: FormFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const control = {
    id,
    "aria-labelledby": `${id}-label`,
    "aria-describedby": `${id}-hint ${id}-error`,
    "aria-invalid": error !== undefined,
  }
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <div className="flex items-center gap-x-1">
        <Label id={`${id}-label`} htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {optional && (
          <Text size="small" leading="compact" className="text-ui-fg-muted">
            ({t("fields.optional")})
          </Text>
        )}
      </div>
      {children(control)}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && (
        <Hint id={`${id}-error`} variant="error" role="alert">
          {asSentence(error)}
        </Hint>
      )}
    </div>
  )
}

/** The API's complaints begin in lower case, after the field's name. */
function asSentence(complaint: string): string {
  return complaint.charAt(0).toUpperCase() + complaint.slice(1)
}
