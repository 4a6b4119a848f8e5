import { resolved } from "./cradle"

/** Where Medusa's Payment Module lists the ids of the providers it was configured with. */
const LOADED = "payment_providers"

/** Medusa keeps the instances of its providers to itself. */
export type PaymentProviders = {
  paymentProviderService_: { __container__: Record<string, unknown> }
}

/**
 * The ids of the payment providers this process was configured with. The table `payment_provider` may hold more:
 * one that left the configuration stays there, and stays enabled.
 */
export function loadedPaymentProviders({
  paymentProviderService_: { __container__: cradle },
}: PaymentProviders): string[] {
  const ids = resolved(cradle, LOADED)
  return Array.isArray(ids) ? (ids as string[]) : []
}
