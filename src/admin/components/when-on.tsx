import type { PropsWithChildren } from "react"
import { useSuiteFeatures } from "../hooks/commerce-suite/use-suite-features"

/** Shows a widget only where its feature is switched on. */
export function WhenOn({
  slug,
  children,
}: PropsWithChildren<{ slug: string }>) {
  const { data: features, isPending } = useSuiteFeatures()
  return isPending || features?.[slug] === false ? null : children
}
