import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TestimonialInput } from "../../hooks/testimonials/testimonial-input"
import { type DrawerForm, useDrawerForm } from "../../hooks/use-drawer-form"
import type { FieldErrors } from "../../lib/field-errors"
import {
  type TestimonialFormValues,
  toTestimonialInput,
} from "./testimonial-form-values"

export type TestimonialForm = DrawerForm<TestimonialFormValues>

type Options = {
  initial: TestimonialFormValues
  save: (input: TestimonialInput) => Promise<unknown>
  savedMessage: string
}

export function useTestimonialForm({ initial, save, savedMessage }: Options) {
  const { t } = useTranslation("testimonials")

  function validate({
    name,
    feedback,
    publish_from,
    publish_until,
  }: TestimonialFormValues) {
    const errors: FieldErrors<keyof TestimonialFormValues> = {}
    if (!name.trim()) {
      errors.name = t("commerceSuite:form.required")
    }
    if (!feedback.trim()) {
      errors.feedback = t("commerceSuite:form.required")
    }
    if (publish_from && publish_until && publish_until <= publish_from) {
      errors.publish_until = t("validation.window")
    }
    return errors
  }

  return useDrawerForm({
    initial,
    validate,
    save: async (values) => {
      await save(toTestimonialInput(values))
      toast.success(savedMessage)
    },
  })
}
