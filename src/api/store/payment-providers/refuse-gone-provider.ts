import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  loadedPaymentProviders,
  type PaymentProviders,
} from "../../../utils/loaded-payment-providers"

/** Medusa answers 500 to the choice of a provider that it does not have, and logs it as a fault of the store. */
export function refuseGoneProvider(
  req: MedusaRequest,
  _: MedusaResponse,
  next: MedusaNextFunction
) {
  const { provider_id: chosen } = (req.body ?? {}) as { provider_id?: unknown }
  const payments = req.scope.resolve<PaymentProviders>(Modules.PAYMENT)
  const loaded = loadedPaymentProviders(payments)
  if (typeof chosen !== "string" || loaded.length === 0) {
    return next()
  }
  if (!loaded.includes(chosen)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `provider_id: this store has no payment provider "${chosen.slice(0, 100)}"`
    )
  }
  next()
}
