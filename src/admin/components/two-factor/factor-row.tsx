import { Text } from "@medusajs/ui"
import type { PropsWithChildren } from "react"

type FactorRowProps = PropsWithChildren<{ label: string; value: string }>

/** One thing, how it stands with it, and what can be done. */
export const FactorRow = ({ label, value, children }: FactorRowProps) => (
  <div className="flex items-center justify-between gap-x-4 px-6 py-4">
    <div>
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {value}
      </Text>
    </div>
    {children}
  </div>
)
