import { Heading } from "@medusajs/ui"
import type { PropsWithChildren } from "react"

/** A group of fields under a heading. */
export function FormSection({
  title,
  children,
}: PropsWithChildren<{ title: string }>) {
  return (
    <section aria-label={title} className="flex flex-col gap-y-4 px-6 py-6">
      <Heading level="h2">{title}</Heading>
      {children}
    </section>
  )
}
