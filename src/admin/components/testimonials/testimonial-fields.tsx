import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { CustomerPicker } from "../customer-picker"
import { FormField } from "../form-field"
import { FormSection } from "../form-section"
import { ProductPicker } from "../product-picker"
import { RatingInput } from "../rating-input"
import { PublicationFields } from "./publication-fields"
import type { TestimonialForm } from "./use-testimonial-form"

type FieldsProps = { form: TestimonialForm }

/** All that an admin may set on a testimonial. */
export function TestimonialFields({ form }: FieldsProps) {
  return (
    <>
      <ContentFields form={form} />
      <AuthorFields form={form} />
      <PublicationFields form={form} />
      <LinkFields form={form} />
    </>
  )
}

function ContentFields({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormSection title={t("sections.content")}>
      <FormField label={t("fields.rating")} error={errors.rating}>
        {(control) => (
          <RatingInput
            control={control}
            value={values.rating}
            onChange={(rating) => set("rating", rating)}
          />
        )}
      </FormField>
      <FormField label={t("fields.feedback")} error={errors.feedback}>
        {(control) => (
          <Textarea
            {...control}
            rows={5}
            value={values.feedback}
            onChange={(event) => set("feedback", event.target.value)}
          />
        )}
      </FormField>
    </FormSection>
  )
}

type TextFieldName =
  "name" | "role" | "company" | "locale" | "avatar_url" | "email"

type TextFieldProps = FieldsProps & {
  name: TextFieldName
  optional?: boolean
  hint?: string
}

function TextField({ form, name, optional = true, hint }: TextFieldProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormField
      label={t(`fields.${name}`)}
      optional={optional}
      hint={hint}
      error={form.errors[name]}
    >
      {(control) => (
        <Input
          {...control}
          value={form.values[name]}
          onChange={(event) => form.set(name, event.target.value)}
        />
      )}
    </FormField>
  )
}

function AuthorFields({ form }: FieldsProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormSection title={t("sections.author")}>
      <TextField form={form} name="name" optional={false} />
      <div className="grid grid-cols-2 gap-4">
        <TextField form={form} name="role" />
        <TextField form={form} name="company" />
      </div>
      <TextField form={form} name="email" hint={t("hints.email")} />
      <TextField form={form} name="avatar_url" hint={t("hints.avatar_url")} />
      <TextField form={form} name="locale" hint={t("hints.locale")} />
    </FormSection>
  )
}

function LinkFields({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormSection title={t("sections.links")}>
      <FormField
        label={t("fields.product_id")}
        optional
        error={errors.product_id}
      >
        {(control) => (
          <ProductPicker
            control={control}
            value={values.product_id}
            onChange={(id) => set("product_id", id)}
          />
        )}
      </FormField>
      <FormField
        label={t("fields.customer_id")}
        optional
        error={errors.customer_id}
      >
        {(control) => (
          <CustomerPicker
            control={control}
            value={values.customer_id}
            onChange={(id) => set("customer_id", id)}
          />
        )}
      </FormField>
    </FormSection>
  )
}
