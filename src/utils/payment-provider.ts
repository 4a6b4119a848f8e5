import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

type PaymentModuleInside = {
  paymentProviderService_: { __container__: Record<string, object> }
}

/**
 * The instance of a payment provider, or nothing when none is registered under this id.
 * Medusa hands out no provider, and its own look-up logs a stack for every unknown id, which
 * anybody could make it do: so this reads the payment module's inside. Medusa's version is
 * pinned exactly, and a spec asks for a provider that exists.
 *
 * @param id - as Medusa registers it, such as "pp_stripe_stripe"
 */
export function paymentProvider(
  container: MedusaContainer,
  id: string
): object | undefined {
  const payments = container.resolve(
    Modules.PAYMENT
  ) as unknown as PaymentModuleInside
  const registered = payments.paymentProviderService_.__container__
  // The container's other entries are not reachable through a webhook's address.
  return id.startsWith("pp_") && Object.hasOwn(registered, id)
    ? registered[id]
    : undefined
}
