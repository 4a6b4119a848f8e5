import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowUpRightOnBox, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonialInvite } from "../../../types/testimonials"
import { useDeleteTestimonialInvite } from "../../hooks/testimonials/use-delete-testimonial-invite"
import { attempt } from "../../lib/errors"

/** A used invite leads to its testimonial; any other can be withdrawn. */
export function InviteRowMenu({
  row,
}: {
  row: { original: AdminTestimonialInvite }
}) {
  const { id, testimonial_id } = row.original
  const { t } = useTranslation("testimonials")
  const withdraw = useWithdraw(id)
  const view = {
    label: t("invites.view"),
    icon: <ArrowUpRightOnBox />,
    to: `/testimonials/${testimonial_id}/edit`,
  }
  const withdrawal = {
    label: t("invites.withdraw.action"),
    icon: <Trash />,
    onClick: () => void withdraw(),
  }
  return (
    <ActionMenu groups={[{ actions: [testimonial_id ? view : withdrawal] }]} />
  )
}

function useWithdraw(id: string) {
  const { t } = useTranslation("testimonials")
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteTestimonialInvite()
  return async () => {
    const isConfirmed = await prompt({
      title: t("invites.withdraw.title"),
      description: t("invites.withdraw.description"),
      confirmText: t("invites.withdraw.action"),
      cancelText: t("actions.cancel"),
    })
    if (isConfirmed) {
      await attempt(async () => {
        await mutateAsync(id)
        toast.success(t("invites.withdraw.done"))
      })
    }
  }
}
