import { Checkbox, DatePicker, Hint, Label, Switch } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  TESTIMONIAL_PLACEMENTS,
  type TestimonialPlacement,
} from "../../../types/testimonials"
import { FormField } from "../form-field"
import { FormSection } from "../form-section"
import type { TestimonialForm } from "./use-testimonial-form"

type FieldsProps = { form: TestimonialForm }

/** Where, when and how prominently the storefront shows it. */
export function PublicationFields({ form }: FieldsProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormSection title={t("sections.publication")}>
      <PlacementsField form={form} />
      <FeaturedField form={form} />
      <MomentField form={form} name="publish_from" />
      <MomentField
        form={form}
        name="publish_until"
        hint={t("hints.publishing")}
      />
    </FormSection>
  )
}

function PlacementsField({ form: { values, errors, set } }: FieldsProps) {
  const { t } = useTranslation("testimonials")

  function toggle(placement: TestimonialPlacement, isOn: boolean) {
    const others = values.placements.filter((other) => other !== placement)
    set("placements", isOn ? [...others, placement] : others)
  }

  return (
    <FormField
      label={t("fields.placements")}
      hint={t("hints.placements")}
      error={errors.placements}
    >
      {({ id, ...control }) => (
        <div
          {...control}
          role="group"
          className="flex flex-wrap gap-x-6 gap-y-2"
        >
          {TESTIMONIAL_PLACEMENTS.map((placement) => (
            <div key={placement} className="flex items-center gap-x-2">
              <Checkbox
                id={`${id}-${placement}`}
                checked={values.placements.includes(placement)}
                onCheckedChange={(isOn) => toggle(placement, isOn === true)}
              />
              <Label htmlFor={`${id}-${placement}`} size="small">
                {t(`placement.${placement}`)}
              </Label>
            </div>
          ))}
        </div>
      )}
    </FormField>
  )
}

function FeaturedField({ form: { values, set } }: FieldsProps) {
  const { t } = useTranslation("testimonials")
  return (
    <div className="bg-ui-bg-component shadow-elevation-card-rest flex items-start gap-x-3 rounded-lg p-3">
      <Switch
        id="featured"
        className="mt-0.5"
        checked={values.featured}
        onCheckedChange={(isOn) => set("featured", isOn)}
      />
      <div className="flex flex-col">
        <Label htmlFor="featured" size="small" weight="plus">
          {t("fields.featured")}
        </Label>
        <Hint>{t("hints.featured")}</Hint>
      </div>
    </div>
  )
}

type MomentFieldProps = FieldsProps & {
  name: "publish_from" | "publish_until"
  hint?: string
}

function MomentField({
  form: { values, errors, set },
  name,
  hint,
}: MomentFieldProps) {
  const { t } = useTranslation("testimonials")
  return (
    <FormField
      label={t(`fields.${name}`)}
      optional
      hint={hint}
      error={errors[name]}
    >
      {(control) => (
        <DatePicker
          {...control}
          granularity="minute"
          shouldCloseOnSelect={false}
          value={values[name]}
          onChange={(moment) => set(name, moment)}
        />
      )}
    </FormField>
  )
}
