import type { Logger as MedusaLogger } from "@medusajs/framework/types"
import { Logger } from "graphile-worker"

/** graphile-worker's messages in Medusa's log; those of every single job only when debugging. */
export function queueLogger(logger: MedusaLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") {
      logger.error(`[jobs] ${message}`)
    } else if (level === "warning") {
      logger.warn(`[jobs] ${message}`)
    } else {
      logger.debug(`[jobs] ${message}`)
    }
  })
}
