import { useRouteModal } from "@medusajs/dashboard/components"
import { Input, Select, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { MESSAGE_CATEGORIES } from "../../../types/messages-preferences"
import { CustomerGroupPicker } from "../customer-group-picker"
import { CustomerPicker } from "../customer-picker"
import { DrawerForm } from "../form-drawer"
import { FormField } from "../form-field"
import { useWriteForm } from "./use-write-form"

type Form = ReturnType<typeof useWriteForm>
type FieldsProps = { form: Form }

/** Writes to a customer or a group; then shows how far it is. */
export function WriteForm() {
  const { t } = useTranslation("messages")
  const { handleSuccess } = useRouteModal()
  const form = useWriteForm()
  return (
    <DrawerForm
      form={form}
      submitLabel={t("write.submit")}
      onSaved={() => handleSuccess("/messages/notes")}
    >
      <div className="flex flex-col gap-y-4 px-6 py-6">
        <AudienceFields form={form} />
        <CategoryField form={form} />
        <WordsFields form={form} />
      </div>
    </DrawerForm>
  )
}

function AudienceFields({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("messages")
  const isGroup = values.audience === "group"
  const field = isGroup ? "customer_group_id" : "customer_id"
  const Picker = isGroup ? CustomerGroupPicker : CustomerPicker
  return (
    <>
      {!values.order_id && (
        <FormField label={t("write.audience")}>
          {(control) => (
            <Choice
              control={control}
              value={values.audience}
              options={[
                { value: "customer", label: t("write.toCustomer") },
                { value: "group", label: t("write.toGroup") },
              ]}
              onChange={(audience) => set("audience", audience)}
            />
          )}
        </FormField>
      )}
      <FormField
        key={field}
        label={t(isGroup ? "write.toGroup" : "write.toCustomer")}
        error={errors[field]}
      >
        {(control) => (
          <Picker
            control={control}
            value={values[field]}
            onChange={(id) => set(field, id ?? "")}
          />
        )}
      </FormField>
    </>
  )
}

function CategoryField({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("messages")
  const options = MESSAGE_CATEGORIES.filter(
    (category) => category !== "transactional" || values.order_id
  ).map((value) => ({
    value,
    label: t(
      value === "transactional" ? "write.aboutOrder" : `category.${value}`
    ),
  }))
  return (
    <FormField
      label={t("write.about")}
      hint={t("write.aboutHint")}
      error={errors.category ?? errors.order_id}
    >
      {(control) => (
        <Choice
          control={control}
          value={values.category}
          options={options}
          onChange={(category) => set("category", category)}
        />
      )}
    </FormField>
  )
}

function WordsFields({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("messages")
  return (
    <>
      <FormField label={t("fields.subject")} error={errors.subject}>
        {(control) => (
          <Input
            {...control}
            value={values.subject}
            onChange={(event) => set("subject", event.target.value)}
          />
        )}
      </FormField>
      <FormField
        label={t("write.text")}
        hint={t("write.textHint")}
        error={errors.text}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={10}
            value={values.text}
            onChange={(event) => set("text", event.target.value)}
          />
        )}
      </FormField>
    </>
  )
}

type ChoiceProps<Value extends string> = {
  control: object
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
}

function Choice<Value extends string>({
  control,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <Select value={value} onValueChange={(given) => onChange(given as Value)}>
      <Select.Trigger {...control}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
