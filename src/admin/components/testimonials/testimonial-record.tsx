import { SectionRow } from "@medusajs/dashboard/components"
import { useDate, useUser } from "@medusajs/dashboard/hooks"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"

/** What nobody edits: where it came from, the consent, and who reviewed it. */
export function TestimonialRecord({
  testimonial,
}: {
  testimonial: AdminTestimonial
}) {
  const { t } = useTranslation("testimonials")
  const { getFullDate } = useDate()
  const { source, verified, consent_at, consent_text, consent_ip } = testimonial
  const moment = (date: string | null) =>
    date ? getFullDate({ date, includeTime: true }) : null
  return (
    <section aria-label={t("sections.record")} className="divide-y">
      <Heading level="h2" className="px-6 py-4">
        {t("sections.record")}
      </Heading>
      <SectionRow title={t("fields.source")} value={t(`source.${source}`)} />
      <SectionRow
        title={t("fields.verified")}
        value={verified ? t("filters.yes") : t("filters.no")}
      />
      <SectionRow
        title={t("fields.created")}
        value={moment(testimonial.created_at)}
      />
      <SectionRow
        title={t("record.consent")}
        value={moment(consent_at) ?? t("record.noConsent")}
      />
      {consent_text && (
        <SectionRow title={t("record.consentText")} value={consent_text} />
      )}
      {consent_ip && (
        <SectionRow title={t("record.consentIp")} value={consent_ip} />
      )}
      <SectionRow
        title={t("record.reviewedAt")}
        value={moment(testimonial.reviewed_at)}
      />
      {testimonial.reviewed_by && (
        <SectionRow
          title={t("record.reviewedBy")}
          value={<UserName id={testimonial.reviewed_by} />}
        />
      )}
    </section>
  )
}

/** A user's name, else address; the id when the user is gone. */
function UserName({ id }: { id: string }) {
  const { user } = useUser(id)
  const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ")
  return <span className="truncate">{name || user?.email || id}</span>
}
