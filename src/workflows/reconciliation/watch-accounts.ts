import { Modules } from "@medusajs/framework/utils"
import {
  type AnswersReconciler,
  answersReconciler,
} from "../../utils/gateway-payment"
import { paymentProvider } from "../../utils/payment-provider"
import type { Look } from "./look"
import { listReconciliationCaseWorkflow } from "./put-case"

export const accountSubject = (providerId: string, account: string) =>
  `${providerId}:${account}`

/** Registered providers that can be asked; one whose account is not the one it had is paused. */
export async function watchAccounts(look: Look): Promise<string[]> {
  const providers = await look.container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ is_enabled: true })
  const asked: string[] = []
  for (const { id } of providers) {
    const provider = paymentProvider(look.container, id)
    if (provider && answersReconciler(provider)) {
      asked.push(id)
      await watchAccount(look, id, provider)
    }
  }
  return asked
}

async function watchAccount(
  { container, service, reach }: Look,
  provider_id: string,
  provider: AnswersReconciler
) {
  const account = provider.gatewayAccount()
  const [known] = await service.listReconciliationAccounts(
    { provider_id },
    { take: 1 }
  )
  if (!known) {
    await service.createReconciliationAccounts({ provider_id, account })
    return
  }
  if (known.account === account) {
    if (reach.paused.get(provider_id) === "account_changed") {
      reach.resume(provider_id)
    }
    return
  }
  reach.pause(provider_id, "account_changed")
  await listReconciliationCaseWorkflow(container).run({
    input: {
      kind: "account_changed",
      subject_id: accountSubject(provider_id, account),
      provider_id,
      reason:
        "The keys belong to another account, or changed between test and live",
      medusa: { account: known.account },
      gateway: { account },
    },
  })
}
