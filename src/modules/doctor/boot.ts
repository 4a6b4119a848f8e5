import { CONFIG_CHECKS } from "./checks"
import { notAlone, SEVERAL_INSTANCES } from "./checks/several-instances"
import type { NamedFinding, Setup } from "./finding"
import { operatorError } from "../../utils/options"

type Log = { warn: (line: string) => void }

/** What is wrong and what to do about it, in one line. */
export const describeFinding = ({ name, found, fix }: NamedFinding) =>
  fix ? `${name}: ${found}. Fix: ${fix}` : `${name}: ${found}`

export const isOverridden = ({ suite }: Setup, name: string) =>
  suite.doctor !== false &&
  suite.doctor.override.some((allowed) => allowed === name)

/**
 * Warns, or stops the boot unless the finding is overridden.
 * @throws one line with the fix, for a refusal
 */
export function heed(finding: NamedFinding, setup: Setup, log: Log): void {
  if (finding.severity === "ok") {
    return
  }
  const line = describeFinding(finding)
  if (finding.severity === "warning") {
    log.warn(`Doctor: ${line}`)
  } else if (isOverridden(setup, finding.name)) {
    log.warn(`Doctor: overridden, at your own risk: ${line}`)
  } else {
    throw operatorError(
      `medusa-commerce-suite refuses to start: ${line}. To start nevertheless: SUITE_DOCTOR_OVERRIDE=${finding.name} (option doctor.override)`
    )
  }
}

/** @throws for the first unsafe thing in the configuration */
export function heedConfiguration(setup: Setup, log: Log): void {
  for (const { name, examine } of CONFIG_CHECKS) {
    heed({ name, ...examine(setup) }, setup, log)
  }
}

/** @throws when this instance may not run beside the one that does */
export function heedOtherInstance(setup: Setup, log: Log): void {
  heed({ name: SEVERAL_INSTANCES, ...notAlone(setup) }, setup, log)
}
