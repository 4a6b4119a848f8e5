import type {
  AuthorizePaymentInput,
  CancelPaymentInput,
  CapturePaymentInput,
  DeletePaymentInput,
  DeletePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  RetrievePaymentInput,
  RetrievePaymentOutput,
  UpdatePaymentInput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { AbstractPaymentProvider } from "@medusajs/framework/utils"
import { coreWebhookAnswer } from "../../utils/core-webhook"
import type {
  AnswersReconciler,
  GatewayPayment,
  SurplusRefund,
} from "../../utils/gateway-payment"
import { parseOptions } from "../../utils/options"
import { outsideRefund } from "../../utils/outside-refund"
import {
  type RawWebhook,
  type VerifiedWebhook,
  type VerifiesWebhooks,
  type WebhookOutcome,
} from "../../utils/payment-webhook"
import { toRazorpay } from "./amounts"
import { logged } from "./attempts"
import { throwAs } from "./errors"
import { accountOf, gatewayPaymentOf } from "./gateway-payment"
import { lookAt } from "./look"
import { changeSession, openSession } from "./opening"
import { type RazorpayProviderOptions, razorpayOptionsSchema } from "./options"
import { authorize, cancel, capture, judged, refund } from "./paying"
import { giveSurplusBack } from "./refunds"
import { type Data, readOwnPart } from "./session-data"
import { isCheckoutResult } from "./signature"
import { type Tools, toolsOf } from "./tools"
import { verifiedEvent } from "./webhook-event"
import { outcomeOf } from "./webhook-outcomes"

/**
 * Razorpay, made safe where money is at stake: see README.md. Its id in the store is
 * `pp_razorpay_razorpay`, or `pp_razorpay_simulator` in the demo.
 */
export default class RazorpayPaymentProvider
  extends AbstractPaymentProvider<RazorpayProviderOptions>
  implements VerifiesWebhooks, AnswersReconciler
{
  static override identifier = "razorpay"

  private readonly tools: Tools

  static override validateOptions(options: object) {
    parseOptions("razorpay", razorpayOptionsSchema, options)
  }

  constructor(
    cradle: Record<string, unknown>,
    settings: RazorpayProviderOptions
  ) {
    super(cradle, settings)
    this.tools = toolsOf(cradle, settings)
  }

  async initiatePayment(input: InitiatePaymentInput) {
    return openSession(this.tools, input)
  }

  async updatePayment(input: UpdatePaymentInput) {
    return changeSession(this.tools, input)
  }

  async authorizePayment({ data, context }: AuthorizePaymentInput) {
    return authorize(this.tools, data, context?.idempotency_key)
  }

  async capturePayment(input: CapturePaymentInput) {
    return capture(this.tools, input)
  }

  async refundPayment(input: RefundPaymentInput): Promise<RefundPaymentOutput> {
    return outsideRefund() ? { data: input.data } : refund(this.tools, input)
  }

  async cancelPayment({ data }: CancelPaymentInput) {
    return cancel(this.tools, data)
  }

  /** An order cannot be deleted. Money that still comes for it is told by its webhook, and is too much. */
  deletePayment({ data }: DeletePaymentInput): Promise<DeletePaymentOutput> {
    return Promise.resolve({ data })
  }

  async getPaymentStatus({
    data,
  }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const look = await lookAt(this.tools, data).catch(
      throwAs("tell the state of the payment")
    )
    return judged(this.tools, look)
  }

  async retrievePayment({
    data,
  }: RetrievePaymentInput): Promise<RetrievePaymentOutput> {
    const seen = await this.getPaymentStatus({ data })
    return { data: seen.data }
  }

  verifyWebhook(webhook: RawWebhook): VerifiedWebhook {
    const { webhookSecret, previousWebhookSecret } = this.tools.settings
    return verifiedEvent(webhook, {
      current: webhookSecret,
      previous: previousWebhookSecret,
    })
  }

  mapWebhook(event: VerifiedWebhook): Promise<WebhookOutcome> {
    return outcomeOf(this.tools, event)
  }

  getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"]
  ): Promise<WebhookActionResult> {
    return coreWebhookAnswer(this, payload)
  }

  /**
   * Whether Checkout's result is about the order that a session's data names.
   * @param data - as Medusa has stored it, never as a storefront sent it
   */
  isPaidBy(data: Data, result: { paymentId: string; signature: string }) {
    const { keySecret } = this.tools.settings
    const { order_id: orderId } = readOwnPart(data, keySecret)
    return isCheckoutResult({ orderId, ...result }, keySecret)
  }

  gatewayAccount(): string {
    return accountOf(this.tools.settings.keyId)
  }

  retrieveGatewayPayment(data: Data): Promise<GatewayPayment> {
    const { client, settings } = this.tools
    const own = readOwnPart(data, settings.keySecret)
    return gatewayPaymentOf(client, own).catch(
      throwAs("tell the state of the payment")
    )
  }

  async refundSurplus({
    gateway_payment_id: payment_id,
    amount: wanted,
    currency_code: currency,
    idempotency_key: id,
  }: SurplusRefund): Promise<{ gateway_refund_id: string }> {
    const units = toRazorpay(wanted, currency)
    const attempt = { payment_id, amount: units, currency, session_id: null }
    const given = await logged(
      this.tools,
      { action: "refund", ...attempt },
      () => {
        const request = { paymentId: payment_id, units, id }
        return giveSurplusBack(this.tools.client, request)
      }
    ).catch(throwAs("give a surplus back"))
    return { gateway_refund_id: given.id }
  }
}
