import { Select } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  TESTIMONIAL_PLACEMENTS,
  type TestimonialPlacement,
} from "../../../../types/testimonials"
import { Drawer } from "../../../components/form-drawer"
import { FormField } from "../../../components/form-field"
import { ReorderForm } from "../../../components/testimonials/reorder-form"

const ReorderTestimonialsDrawer = () => {
  const { t } = useTranslation("testimonials")
  const [placement, setPlacement] = useState<TestimonialPlacement>("home")
  return (
    <Drawer title={t("reorder.title")}>
      <div className="border-b px-6 py-4">
        <FormField label={t("reorder.placement")} hint={t("reorder.hint")}>
          {(control) => (
            <Select
              value={placement}
              onValueChange={(value) =>
                setPlacement(value as TestimonialPlacement)
              }
            >
              <Select.Trigger {...control}>
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {TESTIMONIAL_PLACEMENTS.map((value) => (
                  <Select.Item key={value} value={value}>
                    {t(`placement.${value}`)}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          )}
        </FormField>
      </div>
      <ReorderForm key={placement} placement={placement} />
    </Drawer>
  )
}
export default ReorderTestimonialsDrawer
