import { BadgeCheck, StarSolid } from "@medusajs/icons"
import { Avatar, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminTestimonial } from "../../../types/testimonials"

/** Who said it: picture, name with marks, and where they work. */
export function TestimonialAuthor({ author }: { author: AdminTestimonial }) {
  const { t } = useTranslation("testimonials")
  const { name, role, company, avatar_url, verified, featured } = author
  const work = [role, company].filter(Boolean).join(", ")
  return (
    <div className="flex min-w-0 items-center gap-x-3">
      <Avatar
        size="small"
        variant="rounded"
        src={avatar_url ?? undefined}
        fallback={name.trim().charAt(0).toUpperCase()}
      />
      <div className="flex min-w-0 flex-col">
        <div className="flex items-center gap-x-1">
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="truncate"
          >
            {name}
          </Text>
          {verified && (
            <Mark
              icon={BadgeCheck}
              label={t("fields.verified")}
              hint={t("hints.verified")}
              className="text-ui-tag-green-icon"
            />
          )}
          {featured && (
            <Mark
              icon={StarSolid}
              label={t("fields.featured")}
              hint={t("hints.featured")}
              className="text-ui-tag-purple-icon"
            />
          )}
        </div>
        {work && (
          <Text
            size="xsmall"
            leading="compact"
            className="text-ui-fg-muted truncate"
          >
            {work}
          </Text>
        )}
      </div>
    </div>
  )
}

type MarkProps = {
  icon: typeof BadgeCheck
  label: string
  hint: string
  className: string
}

function Mark({ icon: Icon, label, hint, className }: MarkProps) {
  return (
    <Tooltip content={`${label}: ${hint}`}>
      <span className="flex shrink-0">
        <Icon role="img" aria-label={label} className={className} />
      </span>
    </Tooltip>
  )
}
