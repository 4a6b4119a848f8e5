import { useTranslation } from "react-i18next"
import { Drawer, DrawerForm } from "../../../components/form-drawer"
import { TestimonialFields } from "../../../components/testimonials/testimonial-fields"
import { NEW_TESTIMONIAL } from "../../../components/testimonials/testimonial-form-values"
import { useTestimonialForm } from "../../../components/testimonials/use-testimonial-form"
import { useCreateTestimonial } from "../../../hooks/testimonials/use-create-testimonial"

const CreateTestimonialDrawer = () => {
  const { t } = useTranslation("testimonials")
  const { mutateAsync } = useCreateTestimonial()
  const form = useTestimonialForm({
    initial: NEW_TESTIMONIAL,
    save: mutateAsync,
    savedMessage: t("create.done"),
  })
  return (
    <Drawer title={t("create.title")}>
      <DrawerForm form={form} submitLabel={t("actions.create")}>
        <TestimonialFields form={form} />
      </DrawerForm>
    </Drawer>
  )
}
export default CreateTestimonialDrawer
