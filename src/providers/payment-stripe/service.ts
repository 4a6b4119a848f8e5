// Its public entry only has the list of all of Stripe's payment methods.
// eslint-disable-next-line @medusajs/import-from-framework-not-internal
import StripeCardService from "@medusajs/payment-stripe/dist/services/stripe-provider"
import type {
  AuthorizePaymentInput,
  AuthorizePaymentOutput,
  CancelPaymentInput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  GetPaymentStatusInput,
  GetPaymentStatusOutput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  Logger,
  ProviderWebhookPayload,
  RefundPaymentInput,
  RefundPaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
  WebhookActionResult,
} from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import Stripe from "stripe"
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
import { toStripe } from "./amounts"
import { logged } from "./attempts"
import { takePayment } from "./captures"
import { stripeClient } from "./client"
import { resolved } from "../../utils/cradle"
import { coreWebhookAnswer } from "../../utils/core-webhook"
import { storeError } from "./errors"
import { type StripeProviderOptions, stripeOptionsSchema } from "./options"
import { accountOf, gatewayPaymentOf } from "./gateway-payment"
import { captureAmounts } from "../../utils/own-captures"
import { giveBack, giveSurplusBack } from "./refunds"
import {
  currencyOf,
  differenceFrom,
  expectedOf,
  intentId,
  sessionData,
  statusOf,
  textOf,
} from "./session-data"
import { verifiedEvent } from "./webhook-event"
import { outcomeOf } from "./webhook-outcomes"

type Data = Record<string, unknown> | undefined
type Cradle = Record<string, unknown>
type BaseOptions = ConstructorParameters<typeof StripeCardService>[1]

const WITH_METHOD = { expand: ["payment_method"] }

/**
 * Medusa's own Stripe provider, made safe where money is at stake: see README.md.
 * Its id in the store is `pp_stripe_stripe`.
 */
export default class StripePaymentProvider
  extends StripeCardService
  implements VerifiesWebhooks, AnswersReconciler
{
  private readonly settings: StripeProviderOptions
  private readonly cradle: Cradle

  static override validateOptions(options: BaseOptions) {
    parseOptions("stripe", stripeOptionsSchema, options)
    super.validateOptions(options)
  }

  constructor(cradle: Cradle, options: StripeProviderOptions) {
    super(cradle, options as BaseOptions)
    this.cradle = cradle
    this.settings = options
    this.stripe_ = stripeClient(options)
  }

  override async initiatePayment({
    amount,
    currency_code,
    data,
    context,
  }: InitiatePaymentInput): Promise<InitiatePaymentOutput> {
    const units = toStripe(amount, currency_code)
    const holder = context?.account_holder?.data?.id
    const request: Stripe.PaymentIntentCreateParams = {
      ...this.normalizePaymentIntentParameters(data),
      ...WITH_METHOD,
      amount: units,
      currency: currency_code,
      customer: textOf(holder) ?? undefined,
      metadata: {
        ...(data?.metadata as Stripe.MetadataParam | undefined),
        session_id: textOf(data?.session_id),
      },
    }
    const intent = await logged("create", { data, amount, currency_code }, () =>
      this.stripe_.paymentIntents.create(request, {
        idempotencyKey: context?.idempotency_key,
      })
    ).catch(declinedIntent)
    return {
      id: intent.id,
      status: statusOf(intent),
      data: sessionData(intent, {
        expected_amount: units,
        expected_currency: currency_code.toLowerCase(),
      }),
    }
  }

  override async updatePayment({
    amount,
    currency_code,
    data,
  }: UpdatePaymentInput): Promise<UpdatePaymentOutput> {
    const id = intentId(data)
    const units = toStripe(amount, currency_code)
    const currency = currency_code.toLowerCase()
    const change = { amount: units, currency, ...WITH_METHOD }
    const isSame = data?.amount === units && data.currency === currency
    // No fixed idempotency key: a session may be changed often, and setting an amount twice does no harm.
    const intent = isSame
      ? (data as unknown as Stripe.PaymentIntent)
      : await logged("update", { data, amount, currency_code }, () =>
          this.stripe_.paymentIntents.update(id, change)
        ).catch(throwAs("change the payment"))
    const expected = { expected_amount: units, expected_currency: currency }
    return { status: statusOf(intent), data: sessionData(intent, expected) }
  }

  override async authorizePayment({
    data,
  }: AuthorizePaymentInput): Promise<AuthorizePaymentOutput> {
    const id = intentId(data)
    const intent = await logged("authorize", { data }, () =>
      this.stripe_.paymentIntents.retrieve(id, WITH_METHOD)
    ).catch(throwAs("tell whether the payment is authorized"))
    return this.checkedStatus(intent, data)
  }

  override async getPaymentStatus({
    data,
  }: GetPaymentStatusInput): Promise<GetPaymentStatusOutput> {
    const intent = await this.stripe_.paymentIntents
      .retrieve(intentId(data), WITH_METHOD)
      .catch(throwAs("tell the state of the payment"))
    return this.checkedStatus(intent, data)
  }

  override async capturePayment({
    data,
    context,
  }: CapturePaymentInput): Promise<CapturePaymentOutput> {
    const key = context?.idempotency_key
    const id = intentId(data)
    const amounts = await captureAmounts(this.cradle, key)
    const money = { amount: amounts?.amount, currency_code: currencyOf(data) }
    const own = { capture_id: context?.idempotency_key }
    const intent = await logged("capture", { data, ...money, ...own }, () =>
      takePayment(this.stripe_, { id, data, amounts, key })
    ).catch(throwAs("capture the payment"))
    return { data: sessionData(intent, data) }
  }

  override async refundPayment({
    amount,
    data,
    context,
  }: RefundPaymentInput): Promise<RefundPaymentOutput> {
    if (outsideRefund()) {
      return { data }
    }
    const id = intentId(data)
    const currency_code = currencyOf(data)
    const refund_id = context?.idempotency_key
    const money = { amount, currency_code }
    await logged("refund", { data, ...money, refund_id }, () =>
      giveBack(this.stripe_, { id, ...money, refundId: refund_id })
    ).catch(throwAs("refund the payment"))
    return { data }
  }

  override async cancelPayment({
    data,
  }: CancelPaymentInput): Promise<CancelPaymentOutput> {
    if (!data?.id) {
      return { data }
    }
    const id = intentId(data)
    // No fixed idempotency key: it would replay a refusal for a day, and canceling twice does no harm.
    const intent = await logged("cancel", { data }, () =>
      this.stripe_.paymentIntents.cancel(id).catch(async (error: unknown) => {
        const present = await this.stripe_.paymentIntents.retrieve(id)
        if (present.status === "canceled") {
          return present
        }
        throw error
      })
    ).catch(throwAs("cancel the payment"))
    return { data: sessionData(intent, data) }
  }

  verifyWebhook(webhook: RawWebhook): VerifiedWebhook {
    const { webhookSecret, previousWebhookSecret } = this.settings
    return verifiedEvent(this.stripe_.webhooks, webhook, {
      current: webhookSecret,
      previous: previousWebhookSecret,
    })
  }

  mapWebhook(event: VerifiedWebhook): Promise<WebhookOutcome> {
    return outcomeOf(this.stripe_, event)
  }

  gatewayAccount(): string {
    return accountOf(this.settings.apiKey)
  }

  retrieveGatewayPayment(data: Data): Promise<GatewayPayment> {
    return gatewayPaymentOf(this.stripe_, data).catch(
      throwAs("tell the state of the payment")
    )
  }

  async refundSurplus(
    surplus: SurplusRefund
  ): Promise<{ gateway_refund_id: string }> {
    const { gateway_payment_id: id, amount, currency_code } = surplus
    const data = { id, currency: currency_code }
    const refund = await logged("refund", { data, amount, currency_code }, () =>
      giveSurplusBack(this.stripe_, surplus)
    ).catch(throwAs("give a surplus back"))
    return { gateway_refund_id: refund.id }
  }

  override getWebhookActionAndData(
    payload: ProviderWebhookPayload["payload"]
  ): Promise<WebhookActionResult> {
    return coreWebhookAnswer(this, payload)
  }

  /** Money that is not what the store asked for does not pay its order. */
  private checkedStatus(
    intent: Stripe.PaymentIntent,
    data: Data
  ): AuthorizePaymentOutput {
    const status = statusOf(intent)
    const isPaid =
      status === PaymentSessionStatus.AUTHORIZED ||
      status === PaymentSessionStatus.CAPTURED
    const difference = isPaid && differenceFrom(intent, expectedOf(data))
    if (difference) {
      this.warn(`${intent.id}: ${difference}; the payment is not accepted`)
    }
    return {
      status: difference ? PaymentSessionStatus.ERROR : status,
      data: sessionData(intent, data),
    }
  }

  private warn(message: string) {
    const logger = resolved(this.cradle, "logger") as Logger | undefined
    logger?.warn(`payment-stripe: ${message}`)
  }
}

const throwAs =
  (verb: string) =>
  (error: unknown): never => {
    throw storeError(verb, error)
  }

/** A declined card leaves a payment intent behind that the shopper can pay with another one. */
function declinedIntent(error: unknown): Stripe.PaymentIntent {
  if (error instanceof Stripe.errors.StripeCardError && error.payment_intent) {
    return error.payment_intent
  }
  throw storeError("create a payment", error)
}
