import type {
  AuthorizePaymentOutput,
  CancelPaymentOutput,
  CapturePaymentInput,
  CapturePaymentOutput,
  RefundPaymentInput,
  RefundPaymentOutput,
} from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { captureAmounts } from "../../utils/own-captures"
import { toRazorpay } from "./amounts"
import { logged } from "./attempts"
import { takePayment } from "./captures"
import { refused, throwAs } from "./errors"
import { type Look, lookAt, objectionTo } from "./look"
import { wasTaken } from "./order-state"
import { giveBack, pickPayment } from "./refunds"
import { type Data, readOwnPart, sessionData } from "./session-data"
import { type Tools, warn } from "./tools"

/** Of an attempt that is written down before anything is asked. */
function known(tools: Tools, data: Data) {
  const own = readOwnPart(data, tools.settings.keySecret)
  const status = data?.status
  const state_before = typeof status === "string" ? status : null
  return { ...own, state_before }
}

/** What the log reads of a look. */
const withAnswer = (look: Look) => {
  const { id, status } = look.payer ?? look.order
  return { look, id, status }
}

function statusOf({ payer }: Look): PaymentSessionStatus {
  if (!payer) {
    return PaymentSessionStatus.PENDING
  }
  return wasTaken(payer)
    ? PaymentSessionStatus.CAPTURED
    : PaymentSessionStatus.AUTHORIZED
}

/** Money that is not what the store asked for does not pay its order. */
export async function judged(
  tools: Tools,
  look: Look
): Promise<AuthorizePaymentOutput> {
  const objection = look.payer && (await objectionTo(tools, look))
  if (objection) {
    warn(tools, `${look.order.id}: ${objection}; the payment is not accepted`)
  }
  return {
    status: objection ? PaymentSessionStatus.ERROR : statusOf(look),
    data: sessionData(look.own, look, tools.settings),
  }
}

export async function authorize(
  tools: Tools,
  data: Data,
  sessionId: string | undefined
): Promise<AuthorizePaymentOutput> {
  const attempt = { action: "authorize" as const, ...known(tools, data) }
  const { look } = await logged(tools, attempt, async () =>
    withAnswer(await lookAt(tools, data, sessionId))
  ).catch(throwAs("tell whether the payment is authorized"))
  return judged(tools, look)
}

/** Money that was taken already, whoever took it, counts. */
export async function capture(
  tools: Tools,
  { data, context }: CapturePaymentInput
): Promise<CapturePaymentOutput> {
  const capture_id = context?.idempotency_key
  const amounts = await captureAmounts(tools.cradle, capture_id)
  const action = "capture" as const
  const attempt = { action, ...known(tools, data), capture_id }
  const { look } = await logged(tools, attempt, async () => {
    const seen = await lookAt(tools, data)
    const payer = await takePayment(tools.client, seen.payer, amounts)
    return withAnswer({ ...seen, payer })
  }).catch(throwAs("capture the payment"))
  return { data: sessionData(look.own, look, tools.settings) }
}

/** Done once Razorpay has taken it on; whether the money arrived, its webhook tells. */
export async function refund(
  tools: Tools,
  { data, amount, context }: RefundPaymentInput
): Promise<RefundPaymentOutput> {
  const id = context?.idempotency_key
  if (!id) {
    throw refused("A refund at Razorpay needs the id of the store's refund")
  }
  const attempt = known(tools, data)
  const { currency } = attempt
  const units = currency ? toRazorpay(amount, currency) : null
  await logged(
    tools,
    { action: "refund", ...attempt, amount: units, refund_id: id },
    async () => {
      const { order, payer, payments } = await lookAt(tools, data)
      const wanted = { amount, currency: order.currency, payer, payments }
      const picked = pickPayment(wanted)
      return giveBack(tools.client, { ...picked, id })
    }
  ).catch(throwAs("refund the payment"))
  return { data }
}

const LET_GO =
  "canceled: Razorpay lets go of held money by itself, within five days"

/**
 * Razorpay has no way to let go of held money: it does so by itself when nobody takes it.
 * @throws NOT_ALLOWED when the money was taken, which only a refund gives back
 */
export async function cancel(
  tools: Tools,
  data: Data
): Promise<CancelPaymentOutput> {
  if (!data?.id) {
    return { data }
  }
  const attempt = { action: "cancel" as const, ...known(tools, data) }
  const { look } = await logged(tools, attempt, async () => {
    const seen = await lookAt(tools, data)
    if (seen.payer && wasTaken(seen.payer)) {
      throw refused(`${seen.payer.id} has been captured: refund it instead`)
    }
    return withAnswer(seen)
  }).catch(throwAs("cancel the payment"))
  const note = LET_GO
  return { data: sessionData(look.own, { ...look, note }, tools.settings) }
}
