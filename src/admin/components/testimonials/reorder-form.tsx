import { Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  AdminTestimonial,
  TestimonialPlacement,
} from "../../../types/testimonials"
import { useReorderTestimonials } from "../../hooks/testimonials/use-reorder-testimonials"
import {
  MAX_REORDERED,
  useStorefrontOrder,
} from "../../hooks/testimonials/use-storefront-order"
import { useDrawerForm } from "../../hooks/use-drawer-form"
import { DrawerForm } from "../form-drawer"
import { FormSkeleton } from "../form-skeleton"
import { LoadFailure } from "../load-failure"
import { ReorderList } from "./reorder-list"
import { useRowOrder } from "./use-row-order"

/** The approved testimonials of a placement, to be put into order. */
export function ReorderForm({
  placement,
}: {
  placement: TestimonialPlacement
}) {
  const { t } = useTranslation("testimonials")
  const {
    testimonials,
    count = 0,
    error,
    refetch,
  } = useStorefrontOrder(placement)
  if (error) {
    return <LoadFailure error={error} onRetry={refetch} />
  }
  if (!testimonials) {
    return <FormSkeleton />
  }
  if (testimonials.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-8 text-center">
        {t("reorder.empty")}
      </Text>
    )
  }
  return (
    <LoadedForm
      testimonials={testimonials}
      isCut={count > testimonials.length}
    />
  )
}

type LoadedFormProps = { testimonials: AdminTestimonial[]; isCut: boolean }

function LoadedForm({ testimonials, isCut }: LoadedFormProps) {
  const { t } = useTranslation("testimonials")
  const { mutateAsync } = useReorderTestimonials()
  const order = useRowOrder(testimonials)
  const form = useDrawerForm({
    initial: {},
    save: async () => {
      await mutateAsync(order.rows.map(({ id }) => id))
      toast.success(t("reorder.done"))
    },
  })
  return (
    <DrawerForm form={{ ...form, isDirty: order.isChanged }}>
      {isCut && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("reorder.tooMany", { count: MAX_REORDERED })}
        </Text>
      )}
      <ReorderList order={order} />
    </DrawerForm>
  )
}
