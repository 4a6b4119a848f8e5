import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import { RECONCILIATION_MODULE } from "../../modules/reconciliation"
import type ReconciliationModuleService from "../../modules/reconciliation/service"
import type { Look } from "./look"
import { Reach } from "./reach"

/**
 * All that one look at the store needs; providers that stand still are asked for a sign of life.
 * @throws UNEXPECTED_STATE before the suite's tables are there
 */
export async function lookAt(
  container: MedusaContainer,
  now: Date,
  ages: Partial<Look["ages"]> = {}
): Promise<Look> {
  const service = container.resolve<ReconciliationModuleService>(
    RECONCILIATION_MODULE
  )
  const installedAt = await service.installedAt()
  if (!installedAt) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The suite's install time is not known: run the migrations"
    )
  }
  const pauses = await service.listPauses()
  const { graceSeconds, unansweredSeconds } = featureOptions("reconciliation")
  const reach = new Reach(
    pauses
      .filter(({ reason }) => reason === "unreachable")
      .map(({ provider_id }) => provider_id)
  )
  pauses
    .filter(({ reason }) => reason === "account_changed")
    .forEach(({ provider_id, reason }) => reach.pause(provider_id, reason))
  return {
    ...{ container, service, installedAt, reach },
    logger: container.resolve(ContainerRegistrationKeys.LOGGER),
    ages: {
      now,
      graceMs: graceSeconds * 1000,
      unansweredMs: unansweredSeconds * 1000,
      ...ages,
    },
  }
}
