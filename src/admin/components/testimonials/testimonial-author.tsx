import { Avatar, Text } from "@medusajs/ui"
import type { AdminTestimonial } from "../../../types/testimonials"

type Author = Pick<AdminTestimonial, "name" | "role" | "company" | "avatar_url">

/** Who said it: picture, name, and where they work. */
export function TestimonialAuthor({ name, role, company, avatar_url }: Author) {
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
        <Text size="small" leading="compact" weight="plus" className="truncate">
          {name}
        </Text>
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
