import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { ExecArgs } from "@medusajs/framework/types"
import { defineFileConfig, Modules } from "@medusajs/framework/utils"
import { isOff } from "../config/suite-options"
import { ensureDigitalDelivery } from "../workflows/digital-products/digital-delivery"

// Left out while it is off, and so run by the first `db:migrate` after it was switched on.
defineFileConfig({ path: __filename, isDisabled: isOff("digital-products") })

/** A store has from its install what digital lines are fulfilled with. */
export default async function createDigitalDelivery({ container }: ExecArgs) {
  if (MedusaModule.isInstalled(Modules.FULFILLMENT)) {
    await ensureDigitalDelivery(container)
  }
}
