import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { claimCash } from "../../utils/cash-claims"
import { isCashCollected } from "../../utils/collected-cash"
import { captureAmounts } from "../../utils/own-captures"
import {
  type RawWebhook,
  type VerifiedWebhook,
  type VerifiesWebhooks,
  type WebhookOutcome,
  WebhookRefused,
} from "../../utils/payment-webhook"
import { logged } from "./attempts"
import { cashData, exactAmount } from "./cash-data"
import { refuseMoreThanTaken } from "./refund-limit"

const NO_GATEWAY = "Cash on delivery has no gateway that sends webhooks"

/**
 * Cash that is handed over with the parcel: see README.md.
 * Its id in the store is `pp_cash-on-delivery_cash-on-delivery`.
 */
export default class CashOnDeliveryPaymentProvider
  extends AbstractPaymentProvider
  implements VerifiesWebhooks
{
  static override identifier = "cash-on-delivery"

  private readonly cradle: Record<string, unknown>

  constructor(cradle: Record<string, unknown>, options = {}) {
    super(cradle, options)
    this.cradle = cradle
  }

  async initiatePayment({
    amount,
    currency_code,
    data,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const asked = cashData(data, {
      amount: exactAmount(amount, currency_code),
      currency_code: currency_code.toLowerCase(),
      state: PaymentSessionStatus.PENDING,
    })
    const made = await logged({ action: "create" }, asked, async () => asked)
    return { id: made.session_id, status: made.state, data: made }
  }

  /** The reason of its own: an order that was changed owes something else. */
  async updatePayment({
    amount,
    currency_code,
    data,
  }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const change = {
      amount: exactAmount(amount, currency_code),
      currency_code: currency_code.toLowerCase(),
    }
    const before = cashData(data)
    const changed = await logged(
      { action: "update", amount: change.amount },
      before,
      async () => ({ ...before, ...change })
    )
    return { data: changed }
  }

  /**
   * Asked for when the order is placed, and again whenever anybody wants to know: the money is
   * there only once it was collected.
   */
  async authorizePayment({
    data,
    context,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const before = cashData(data)
    const sessionId = context?.idempotency_key ?? before.session_id
    const next = await logged({ action: "authorize" }, before, async () => {
      if (isCashCollected(sessionId)) {
        return { ...before, state: PaymentSessionStatus.AUTHORIZED }
      }
      await claimCash(sessionId)
      return { ...before, state: PaymentSessionStatus.PENDING_AUTHORIZATION }
    })
    return { status: next.state, data: next }
  }

  async capturePayment({
    data,
    context,
  }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const before = cashData(data)
    const capture_id = context?.idempotency_key
    const taken = await captureAmounts(this.cradle, capture_id)
    const amount = taken
      ? exactAmount(taken.amount, before.currency_code)
      : before.amount
    const next = await logged(
      { action: "capture", capture_id, amount },
      before,
      async () => ({ ...before, state: PaymentSessionStatus.CAPTURED })
    )
    return { data: next }
  }

  /** The merchant hands the money back; this writes it down. */
  async refundPayment({
    amount,
    data,
    context,
  }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    const before = cashData(data)
    const refund_id = context?.idempotency_key ?? null
    const given = exactAmount(amount, before.currency_code)
    const next = await logged(
      { action: "refund", amount: given, refund_id },
      before,
      async () => {
        await refuseMoreThanTaken(this.cradle, refund_id)
        return before
      }
    )
    return { data: next }
  }

  async cancelPayment({
    data,
  }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    const before = cashData(data)
    const next = await logged({ action: "cancel" }, before, async () => ({
      ...before,
      state: PaymentSessionStatus.CANCELED,
    }))
    return { data: next }
  }

  async deletePayment({
    data,
  }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return { data }
  }

  async retrievePayment({
    data,
  }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    return { data: cashData(data) }
  }

  async getPaymentStatus({
    data,
  }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const known = cashData(data)
    return { status: known.state, data: known }
  }

  async getWebhookActionAndData(): Promise<WebhookActionResult> {
    return { action: PaymentActions.NOT_SUPPORTED }
  }

  /** Nobody may fill the inbox in its name. */
  verifyWebhook(_webhook: RawWebhook): VerifiedWebhook {
    throw new WebhookRefused(NO_GATEWAY)
  }

  async mapWebhook(): Promise<WebhookOutcome> {
    return { action: "ignored", reason: NO_GATEWAY }
  }
}
