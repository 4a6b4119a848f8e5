import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { resolved } from "../../utils/cradle"
import {
  loadedPaymentProviders,
  type PaymentProviders,
} from "../../utils/loaded-payment-providers"
import { verifiesWebhooks } from "../../utils/payment-webhook"

type PaymentModule = PaymentProviders & {
  listPaymentProviders: () => Promise<{ id: string }[]>
}

/** The store's payment providers, parted into those of the suite, which write their own attempts down, and all others. */
export async function recordingProviders(
  container: Pick<MedusaContainer, "resolve">
): Promise<{ recording: string[]; others: string[] }> {
  const payments = container.resolve<PaymentModule>(Modules.PAYMENT)
  const { __container__: cradle } = payments.paymentProviderService_
  const recording = loadedPaymentProviders(payments).filter((id) =>
    verifiesWebhooks(resolved(cradle, id) ?? {})
  )
  const stored = await payments.listPaymentProviders()
  const others = stored.map(({ id }) => id)
  return {
    recording,
    others: others.filter((id) => !recording.includes(id)),
  }
}
