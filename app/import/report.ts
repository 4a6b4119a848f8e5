import type { RetailCatalogue } from "./catalogue"

const grouped = (value: number) => value.toLocaleString("en-GB")
const counted = (value: number, noun: string) =>
  `${grouped(value)} ${noun}${value === 1 ? "" : "s"}`

/** What the file holds, and what of it is no product and why. */
export function describeCatalogue({
  lines,
  products,
  productLines,
  skipped,
}: RetailCatalogue): string[] {
  const reasons = [...skipped].sort((a, b) => b.lines - a.lines)
  return [
    `${counted(lines, "line")} read: ${grouped(productLines)} of them are about ${counted(products.length, "product")}`,
    ...reasons.map(
      (skip) =>
        `Left out: ${counted(skip.lines, "line")}, ${counted(skip.codes, "code")}: ${skip.reason}`
    ),
  ]
}

export function describeResult(
  created: number,
  total: number,
  milliseconds: number
): string {
  const seconds = milliseconds / 1000
  const rate =
    created > 0 ? ` (${(created / seconds).toFixed(0)} a second)` : ""
  return `${counted(created, "product")} created, ${grouped(total - created)} were there already, in ${seconds.toFixed(0)} s${rate}`
}
