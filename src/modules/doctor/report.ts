import type { NamedFinding, Severity } from "./finding"

const SIGNS: Record<Severity, string> = {
  ok: "ok     ",
  warning: "WARNING",
  refusal: "REFUSED",
}

/** One line per check, and below each that is not ok what to do. */
export function formatReport(findings: NamedFinding[]): string {
  const width = Math.max(0, ...findings.map(({ name }) => name.length))
  const lines = findings.flatMap(({ name, severity, found, fix }) => {
    const head = `${SIGNS[severity]}  ${name.padEnd(width)}  ${found}`
    return fix ? [head, `${" ".repeat(width + 11)}→ ${fix}`] : [head]
  })
  return `${lines.join("\n")}\n`
}
