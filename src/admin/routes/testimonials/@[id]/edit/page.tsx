import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Drawer, DrawerForm } from "../../../../components/form-drawer"
import { FormSkeleton } from "../../../../components/form-skeleton"
import { LoadFailure } from "../../../../components/load-failure"
import { TestimonialFields } from "../../../../components/testimonials/testimonial-fields"
import { toFormValues } from "../../../../components/testimonials/testimonial-form-values"
import { TestimonialRecord } from "../../../../components/testimonials/testimonial-record"
import { TestimonialStatusBadge } from "../../../../components/testimonials/testimonial-status-badge"
import { useTestimonialForm } from "../../../../components/testimonials/use-testimonial-form"
import { useTestimonial } from "../../../../hooks/testimonials/use-testimonial"
import { useUpdateTestimonial } from "../../../../hooks/testimonials/use-update-testimonial"
import type { AdminTestimonial } from "../../../../../types/testimonials"

const EditTestimonialDrawer = () => {
  const { t } = useTranslation("testimonials")
  const { id = "" } = useParams()
  const { data, error, refetch } = useTestimonial(id)
  const testimonial = data?.testimonial
  return (
    <Drawer
      title={t("edit.title")}
      aside={
        testimonial && <TestimonialStatusBadge testimonial={testimonial} />
      }
    >
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !testimonial && <FormSkeleton />}
      {testimonial && <EditForm key={id} testimonial={testimonial} />}
    </Drawer>
  )
}
export default EditTestimonialDrawer

function EditForm({ testimonial }: { testimonial: AdminTestimonial }) {
  const { t } = useTranslation("testimonials")
  const { mutateAsync } = useUpdateTestimonial()
  const form = useTestimonialForm({
    initial: toFormValues(testimonial),
    save: (input) => mutateAsync({ id: testimonial.id, ...input }),
    savedMessage: t("edit.done"),
  })
  return (
    <DrawerForm form={form}>
      <TestimonialFields form={form} />
      <TestimonialRecord testimonial={testimonial} />
    </DrawerForm>
  )
}
