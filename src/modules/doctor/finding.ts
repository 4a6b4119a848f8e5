import type { ConfigModule } from "@medusajs/framework/types"
import type { ResolvedSuiteOptions } from "../../config/options"
import type { BootCheck } from "./options"

export type Severity = "ok" | "warning" | "refusal"

/** What a check says. */
export type Finding = {
  severity: Severity
  /** What was found, in one line. */
  found: string
  /** What to do about it; only when it is not ok. */
  fix?: string
}

export type NamedFinding = Finding & { name: string }

/** All that a check may look at without asking anybody. */
export type Setup = {
  config: Pick<ConfigModule, "projectConfig" | "modules">
  suite: ResolvedSuiteOptions
  isProduction: boolean
}

/** Runs one statement with `?` for its values. */
export type Sql = <Row>(statement: string, values?: unknown[]) => Promise<Row[]>

/** Needs the configuration only, so that it can stop a boot. */
export type ConfigCheck = {
  name: BootCheck | (string & {})
  examine: (setup: Setup) => Finding
}

/** Asks the store. */
export type StoreCheck = {
  name: string
  examine: (setup: Setup, sql: Sql) => Promise<Finding>
}

export const ok = (found: string): Finding => ({ severity: "ok", found })

export const warning = (found: string, fix: string): Finding => ({
  severity: "warning",
  found,
  fix,
})

export const refusal = (found: string, fix: string): Finding => ({
  severity: "refusal",
  found,
  fix,
})
