import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import type ReconciliationModuleService from "../../modules/reconciliation/service"
import type { Ages } from "./difference"
import type { Reach } from "./reach"

/** What one look at the store needs. */
export type Look = {
  container: MedusaContainer
  logger: Logger
  service: ReconciliationModuleService
  ages: Ages
  /** Nothing older is touched. */
  installedAt: Date
  reach: Reach
}

/** What came of it: when to come again, if something could not be judged or done yet. */
export type Looked = { waitUntil: Date | null; isHeldUp: boolean }

/** A lock that is taken, or a checkout that is at work. */
export const LOCKED_MS = 10_000
