import { Select } from "@medusajs/ui"
import { FormField } from "../form-field"

type ChoiceFieldProps<Value extends string> = {
  label: string
  value: Value | undefined
  choices: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: ChoiceFieldProps<Value>) {
  return (
    <FormField label={label}>
      {(control) => (
        <Select value={value} onValueChange={onChange} size="small">
          <Select.Trigger {...control}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {choices.map((choice) => (
              <Select.Item key={choice.value} value={choice.value}>
                {choice.label}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      )}
    </FormField>
  )
}
