import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminTestimonialInviteCreatedResponse } from "../../../../../types/testimonials"
import { Drawer } from "../../../../components/form-drawer"
import { InviteForm } from "../../../../components/testimonials/invite-form"
import { InviteLink } from "../../../../components/testimonials/invite-link"

const CreateInviteDrawer = () => {
  const { t } = useTranslation("testimonials")
  const [created, setCreated] =
    useState<AdminTestimonialInviteCreatedResponse>()
  return created ? (
    <Drawer title={t("invites.created.title")}>
      <InviteLink url={created.url} expiresAt={created.invite.expires_at} />
    </Drawer>
  ) : (
    <Drawer title={t("invites.create.action")}>
      <InviteForm onCreated={setCreated} />
    </Drawer>
  )
}
export default CreateInviteDrawer
