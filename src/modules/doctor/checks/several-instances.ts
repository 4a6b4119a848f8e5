import { inMemoryParts } from "../configured-modules"
import { instancesSql } from "../instance-lock"
import {
  type ConfigCheck,
  type Finding,
  ok,
  refusal,
  type Setup,
  type StoreCheck,
} from "../finding"

export const SEVERAL_INSTANCES =
  "several-instances" satisfies ConfigCheck["name"]

/** What an instance says that may not run beside another. */
export function notAlone(setup: Setup): Finding {
  const parts = inMemoryParts(setup)
  const held =
    parts.length > 0
      ? `this one keeps ${parts.join(", ")} in its memory`
      : "that one keeps locks or events in its memory"
  return refusal(
    `another instance runs on this database, and ${held}: two would oversell and lose events`,
    "set REDIS_URL (Medusa's Redis modules for event bus, workflow engine and locking) on all instances, or end the other one"
  )
}

/** At boot the instance lock decides; here only what runs now is told. */
export const severalInstances: StoreCheck = {
  name: SEVERAL_INSTANCES,
  examine: async (setup, sql) => {
    const [row] = await sql<{ count: number }>(instancesSql)
    const count = row?.count ?? 0
    const parts = inMemoryParts(setup)
    return ok(
      parts.length > 0
        ? `${count} running; only one may, as ${parts.join(", ")} are in its memory (set REDIS_URL for more)`
        : `${count} running; any number may`
    )
  },
}
