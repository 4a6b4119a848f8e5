import type { ClientConfig } from "@medusajs/framework/pg"
import type { Logger } from "@medusajs/framework/types"
import { heedOtherInstance, isOverridden } from "./boot"
import { SEVERAL_INSTANCES } from "./checks/several-instances"
import { inMemoryParts } from "./configured-modules"
import type { Setup } from "./finding"
import { InstanceLock } from "./instance-lock"

let lock: InstanceLock | undefined

/**
 * Makes this process an instance of the store, once no other is in the way.
 * @throws when one that may not run beside it does not end in time
 */
export async function becomeInstance(
  setup: Setup,
  connection: ClientConfig,
  logger: Logger
): Promise<void> {
  const { doctor } = setup.suite
  if (doctor === false) {
    return
  }
  // Who may run beside the other has nothing to wait for.
  const wait = isOverridden(setup, SEVERAL_INSTANCES)
    ? 0
    : doctor.rollingDeploySeconds
  const mode = inMemoryParts(setup).length > 0 ? "exclusive" : "shared"
  lock = new InstanceLock(connection, mode, wait, {
    onWait: () =>
      logger.info(
        `Doctor: another instance runs on this database; waiting up to ${wait} s for it to end`
      ),
    onLost: () => endUnlessOverridden(setup, logger),
  })
  if (!(await lock.acquire())) {
    heedOtherInstance(setup, logger)
  }
}

export async function leaveInstance(): Promise<void> {
  await lock?.release()
}

/** Two at once lose orders: the one that lost its place ends as on a deploy. */
function endUnlessOverridden(setup: Setup, logger: Logger): void {
  try {
    heedOtherInstance(setup, logger)
  } catch (refusal) {
    logger.error((refusal as Error).message)
    process.kill(process.pid, "SIGTERM")
  }
}
