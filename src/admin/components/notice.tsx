import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"

type NoticeProps = PropsWithChildren<{ title: string; description: string }>

/** Stands where data should, says why there is none, and what to do about it. */
export function Notice({ title, description, children }: NoticeProps) {
  return (
    <div
      role="alert"
      className="flex min-h-[200px] flex-col items-center justify-center gap-y-4 px-6 py-8 text-center"
    >
      <ExclamationCircle className="text-ui-fg-subtle" />
      <div className="flex max-w-md flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-muted">
          {description}
        </Text>
      </div>
      {children}
    </div>
  )
}
