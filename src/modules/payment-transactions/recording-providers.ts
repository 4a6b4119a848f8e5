import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { verifiesWebhooks } from "../../utils/payment-webhook"

/** Medusa keeps the instances of its providers to itself. */
type PaymentModule = {
  listPaymentProviders: () => Promise<{ id: string; is_enabled: boolean }[]>
  paymentProviderService_: { retrieveProvider: (id: string) => object }
}

/** The registered payment providers, parted into those of the suite, which write their own attempts down, and all others. */
export async function recordingProviders(
  container: Pick<MedusaContainer, "resolve">
): Promise<{ recording: string[]; others: string[] }> {
  const payments = container.resolve<PaymentModule>(Modules.PAYMENT)
  const providers = await payments.listPaymentProviders()
  // One that left the configuration stays in the table, disabled, without an instance.
  const recording = providers
    .filter(({ id, is_enabled }) => is_enabled && isOurs(payments, id))
    .map(({ id }) => id)
  const ids = providers.map(({ id }) => id)
  return { recording, others: ids.filter((id) => !recording.includes(id)) }
}

function isOurs(payments: PaymentModule, id: string): boolean {
  return verifiesWebhooks(payments.paymentProviderService_.retrieveProvider(id))
}
