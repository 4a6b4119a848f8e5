import { useState } from "react"
import { messageOf } from "../lib/errors"
import { type FieldErrors, splitFieldErrors } from "../lib/field-errors"

type DrawerFormOptions<Values> = {
  initial: Values
  /** What the browser can tell by itself; the server checks all. */
  validate?: (values: Values) => FieldErrors<keyof Values & string>
  save: (values: Values) => Promise<unknown>
}

/** State of a form: its values, what is wrong with them, and the saving. The server's complaints go to the fields they name. */
export function useDrawerForm<Values extends object>({
  initial,
  validate,
  save,
}: DrawerFormOptions<Values>) {
  type Field = keyof Values & string
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<FieldErrors<Field>>({})
  const [message, setMessage] = useState<string>()
  const [isSaving, setIsSaving] = useState(false)

  function set<Name extends Field>(field: Name, value: Values[Name]) {
    setValues((current) => ({ ...current, [field]: value }))
    setErrors((current) => ({ ...current, [field]: undefined }))
  }

  function refuse(error: unknown) {
    const { fields, rest } = splitFieldErrors(
      messageOf(error),
      Object.keys(values) as Field[]
    )
    setErrors(fields)
    setMessage(rest)
  }

  /** True when it is saved. */
  async function submit(): Promise<boolean> {
    const invalid = validate?.(values) ?? {}
    setErrors(invalid)
    setMessage(undefined)
    if (Object.keys(invalid).length > 0) {
      return false
    }
    setIsSaving(true)
    try {
      await save(values)
      return true
    } catch (error) {
      refuse(error)
      return false
    } finally {
      setIsSaving(false)
    }
  }

  const isDirty = JSON.stringify(values) !== JSON.stringify(initial)
  return { values, errors, message, set, submit, isSaving, isDirty }
}

export type DrawerForm<Values extends object> = ReturnType<
  typeof useDrawerForm<Values>
>
