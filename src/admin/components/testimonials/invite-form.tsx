import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonialInviteCreatedResponse } from "../../../types/testimonials"
import {
  type TestimonialInviteInput,
  useCreateTestimonialInvite,
} from "../../hooks/testimonials/use-create-testimonial-invite"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { DrawerForm } from "../form-drawer"
import { FormField } from "../form-field"
import { ProductPicker } from "../product-picker"

const EMPTY: Required<TestimonialInviteInput> = {
  name: "",
  email: "",
  locale: "",
  product_id: "",
}

type InviteFormProps = {
  onCreated: (answer: AdminTestimonialInviteCreatedResponse) => void
}

export function InviteForm({ onCreated }: InviteFormProps) {
  const { t } = useTranslation("testimonials")
  const { mutateAsync } = useCreateTestimonialInvite()
  const form = useDrawerForm({
    initial: EMPTY,
    save: async (values) => onCreated(await mutateAsync(withoutEmpty(values))),
  })
  const { values, errors, set } = form
  return (
    // Once created, the drawer shows the link in place of this form.
    <DrawerForm
      form={form}
      submitLabel={t("actions.create")}
      onSaved={() => {}}
    >
      <div className="flex flex-col gap-y-4 px-6 py-6">
        {(["name", "email", "locale"] as const).map((name) => (
          <FormField
            key={name}
            label={t(`fields.${name}`)}
            optional
            hint={name === "name" ? t("invites.create.hint") : undefined}
            error={errors[name]}
          >
            {(control) => (
              <Input
                {...control}
                value={values[name]}
                onChange={(event) => set(name, event.target.value)}
              />
            )}
          </FormField>
        ))}
        <FormField
          label={t("fields.product_id")}
          optional
          hint={t("invites.create.productHint")}
          error={errors.product_id}
        >
          {(control) => (
            <ProductPicker
              control={control}
              value={values.product_id}
              onChange={(id) => set("product_id", id ?? "")}
            />
          )}
        </FormField>
      </div>
    </DrawerForm>
  )
}

function withoutEmpty(values: TestimonialInviteInput): TestimonialInviteInput {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== "")
  )
}
