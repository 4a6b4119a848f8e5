import type { MedusaContainer } from "@medusajs/framework/types"
import {
  MathBN,
  Modules,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import {
  answersReconciler,
  type GatewayCharge,
  type GatewayPayment,
} from "../../utils/gateway-payment"
import { paymentProvider } from "../../utils/payment-provider"
import type { Books } from "./books"

/**
 * How much an answer is worth: the gateway's own books; only whether it was paid, from a provider
 * of the host; or Medusa's word, for payments that no gateway is part of.
 */
export type Source = "gateway" | "status" | "books"

export type GatewayAnswer = { source: Source; payment: GatewayPayment }

/** Medusa's own manual payments: whoever asks for money is a person at the shop. */
const MANUAL = "pp_system_default"

/** @throws when the gateway cannot be reached, or its provider is not there any more */
export async function askGateway(
  container: MedusaContainer,
  books: Books
): Promise<GatewayAnswer> {
  const { session } = books
  const provider = paymentProvider(container, session.provider_id)
  if (provider && answersReconciler(provider)) {
    const data = session.payment?.data ?? session.data
    const payment = await provider.retrieveGatewayPayment(data)
    return { source: "gateway", payment }
  }
  if (session.provider_id === MANUAL) {
    return { source: "books", payment: mirrored(books, "authorized") }
  }
  const state = await statusOf(container, books)
  return { source: "status", payment: mirrored(books, state) }
}

const STATES: Partial<Record<PaymentSessionStatus, GatewayCharge["state"]>> = {
  [PaymentSessionStatus.AUTHORIZED]: "authorized",
  [PaymentSessionStatus.CAPTURED]: "captured",
  // Nothing is paid before the goods arrive: the order stands all the same.
  [PaymentSessionStatus.PENDING_AUTHORIZATION]: "authorized",
  [PaymentSessionStatus.CANCELED]: "canceled",
  [PaymentSessionStatus.ERROR]: "failed",
}

type WithStatus = {
  paymentProviderService_: {
    getStatus?: (
      id: string,
      input: { data: Record<string, unknown> }
    ) => Promise<{ status: PaymentSessionStatus }>
  }
}

/** Medusa's contract has it, but its payment module hands it to nobody. */
async function statusOf(
  container: MedusaContainer,
  { session }: Books
): Promise<GatewayCharge["state"]> {
  const { paymentProviderService_: providers } = container.resolve(
    Modules.PAYMENT
  ) as unknown as WithStatus
  const data = session.payment?.data ?? session.data
  const answer = await providers.getStatus?.(session.provider_id, { data })
  return (answer && STATES[answer.status]) ?? "pending"
}

/** A charge that agrees with Medusa's books, where nobody else keeps any. */
function mirrored(
  { session, payment }: Books,
  state: GatewayCharge["state"]
): GatewayPayment {
  const sum = (rows: { amount: unknown }[] = []) =>
    MathBN.sum(0, ...rows.map(({ amount }) => amount as number)).toString()
  const refunds = (payment?.refunds ?? []).map((refund) => ({
    gateway_refund_id: refund.gateway_refund_id ?? refund.id,
    refund_id: refund.id,
    amount: String(refund.amount),
    state: "succeeded" as const,
  }))
  const isCaptured = state === "captured" && !payment?.captures.length
  return {
    paid: {
      gateway_payment_id: session.id,
      state,
      amount: String(session.amount),
      captured_amount: isCaptured
        ? String(session.amount)
        : sum(payment?.captures),
      refunded_amount: sum(payment?.refunds),
      currency_code: session.currency_code,
      refunds,
    },
    surplus: [],
    is_open: state === "pending",
  }
}
