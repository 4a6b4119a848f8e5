import { configManager } from "@medusajs/framework/config"
import { MedusaError, Modules } from "@medusajs/framework/utils"

type AuthModule = {
  options?: { mfa?: { providers?: { id?: string }[] } }
}

const RECOVERY_CODE = "recovery_code"

/** What the store can check a second factor by: Medusa's own, the suite's and the host's. */
function listMethods(): string[] {
  const module: unknown = configManager.config.modules?.[Modules.AUTH]
  const { options } = (module ?? {}) as AuthModule
  const others = (options?.mfa?.providers ?? []).flatMap(({ id }) => id ?? [])
  return ["totp", RECOVERY_CODE, ...others]
}

/**
 * Medusa looks for a method's provider by its name, and breaks when there is none.
 * @throws INVALID_DATA for such a name
 */
export function refuseUnknownMethod(field: string, method: string) {
  if (!listMethods().includes(method)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Invalid request: ${field}: unknown`
    )
  }
}

/** The same for what can be set up, which recovery codes cannot. */
export function refuseUnknownFactor(field: string, method: string) {
  refuseUnknownMethod(field, method === RECOVERY_CODE ? "" : method)
}
