import type {
  MedusaContainer,
  PaymentSessionDTO,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { PAYMENT_WEBHOOKS_MODULE } from "../../modules/payment-webhooks"
import type PaymentWebhooksModuleService from "../../modules/payment-webhooks/service"

const RELATIONS = ["payment", "payment.captures", "payment.refunds"]

type Wanted = {
  /** A webhook of one provider never reaches the session of another. */
  provider_id: string
  session_id: string | null
  gateway_payment_id?: string
}

/** The session that a webhook is about, with its payment; by the gateway's payment where it names no session. */
export async function findSession(
  container: MedusaContainer,
  wanted: Wanted
): Promise<PaymentSessionDTO | undefined> {
  const id = wanted.session_id ?? (await findSessionId(container, wanted))
  if (!id) {
    return undefined
  }
  const [session] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentSessions({ id }, { relations: RELATIONS, take: 1 })
  return session?.provider_id === wanted.provider_id ? session : undefined
}

/** An earlier webhook of the same payment has named it. */
async function findSessionId(
  container: MedusaContainer,
  { provider_id, gateway_payment_id }: Wanted
): Promise<string | undefined> {
  if (!gateway_payment_id) {
    return undefined
  }
  const service = container.resolve<PaymentWebhooksModuleService>(
    PAYMENT_WEBHOOKS_MODULE
  )
  const [webhook] = await service.listPaymentWebhooks(
    { provider_id, gateway_payment_id, session_id: { $ne: null } },
    { select: ["id", "session_id"], take: 1 }
  )
  return webhook?.session_id ?? undefined
}
