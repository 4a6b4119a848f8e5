import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { LoadFailure } from "./load-failure"

type DetailSectionProps = {
  title: string
  /** Under the title, such as how many there are. */
  subtitle?: string | false
  /** Beside the title. */
  badge?: ReactNode
  /** At the end of the heading. */
  action?: ReactNode
  /** What became of loading it: a hook's own answer. */
  query: { data?: unknown; error: Error | null; refetch: () => unknown }
  /** Said in place of what there is not. */
  emptyText?: string | false
  children?: ReactNode
}

/** A part of a detail page that loads by itself: its heading, and what it shows while and after it loads. */
export function DetailSection({
  title,
  subtitle,
  badge,
  action,
  query: { data, error, refetch },
  emptyText,
  children,
}: DetailSectionProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <div className="flex items-center gap-x-2">
            <Heading level="h2">{title}</Heading>
            {badge}
          </div>
          {subtitle && (
            <Text size="small" className="text-ui-fg-subtle">
              {subtitle}
            </Text>
          )}
        </div>
        {action}
      </div>
      {error && <LoadFailure error={error} onRetry={refetch} />}
      {!error && !data && <SectionSkeleton />}
      {emptyText && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {emptyText}
        </Text>
      )}
      {children}
    </Container>
  )
}

function SectionSkeleton() {
  return (
    <div role="status" className="flex flex-col gap-y-3 px-6 py-4">
      <Skeleton className="h-4 w-1/2 rounded-md" />
      <Skeleton className="h-4 w-3/4 rounded-md" />
    </div>
  )
}
