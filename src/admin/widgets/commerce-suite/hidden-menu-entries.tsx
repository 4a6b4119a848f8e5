import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { useSuiteFeatures } from "../../hooks/commerce-suite/use-suite-features"

export const config = defineWidgetConfig({
  id: "commerce-suite:hidden-menu-entries",
  zone: "topbar",
})

/** Menu entries are baked into the admin's bundle: those of features that are switched off are hidden by a style sheet. */
export default function HiddenMenuEntries() {
  const { data: features = {} } = useSuiteFeatures()
  const off = Object.keys(features).filter((slug) => features[slug] === false)
  return off.length > 0 ? <style>{off.map(hidingRule).join("\n")}</style> : null
}

/** A feature's page has its slug as path; its entry is the block around the link, with the sub-entries. */
function hidingRule(slug: string): string {
  const base = (__BASE__ ?? "/app").replace(/\/$/, "")
  const link = `a[href="${base}/${slug}"]`
  return `aside div:has(> ${link}), aside div:has(> div > ${link}) { display: none }`
}
