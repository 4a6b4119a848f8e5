import type { MedusaContainer } from "@medusajs/framework/types"
import { TWO_FACTOR_MODULE } from "../../modules/two-factor"
import type { FactorChange } from "../../modules/two-factor/factor-change"
import type TwoFactorModuleService from "../../modules/two-factor/service"
import { endSessionsWorkflow } from "../sessions"

/** Has the queue settle a change whose server dies. */
export const SETTLE_TASK = "two-factor-settle"

const serviceIn = (container: MedusaContainer) =>
  container.resolve<TwoFactorModuleService>(TWO_FACTOR_MODULE)

/**
 * Does what follows from a second factor that was set up or switched off: its owner stays signed in where it was done and
 * nowhere else, since a session may be a thief's. Again is harmless.
 */
export async function settleFactorChange(
  container: MedusaContainer,
  change: FactorChange
): Promise<void> {
  const { auth_identity_id, except, reason } = change
  const twoFactor = serviceIn(container)
  await twoFactor.dropStaleRecoveryCodes(auth_identity_id)
  await endSessionsWorkflow(container).run({
    input: { auth_identity_id, except: except ?? undefined, reason },
  })
  await twoFactor.dropChange(change)
}

/** For the job that is left of a request whose server died. */
export async function settleFactorChangeLater(
  container: MedusaContainer,
  change: FactorChange
): Promise<void> {
  if (await serviceIn(container).isChanged(change)) {
    await settleFactorChange(container, change)
  }
}
