import type {
  BigNumberInput,
  InitiatePaymentInput,
  InitiatePaymentOutput,
  UpdatePaymentInput,
  UpdatePaymentOutput,
} from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { toRazorpay } from "./amounts"
import { type Attempt, logged } from "./attempts"
import { refused, throwAs } from "./errors"
import { placeOrder } from "./orders"
import { type OwnPart, readOwnPart, sessionData, textOf } from "./session-data"
import type { Tools } from "./tools"

type Wanted = {
  action: Extract<Attempt["action"], "create" | "update">
  session_id: string
  amount: BigNumberInput
  currency_code: string
  former_order_ids: string[]
}

/** An order for what a session is worth, and the data that says so. */
async function openOrder(tools: Tools, { action, amount, ...wanted }: Wanted) {
  const { client, sessions, settings } = tools
  const row = await sessions.byId(wanted.session_id)
  const own: Omit<OwnPart, "order_id"> = {
    session_id: wanted.session_id,
    amount: toRazorpay(amount, wanted.currency_code),
    currency: wanted.currency_code.toUpperCase(),
    payment_id: null,
    former_order_ids: wanted.former_order_ids,
  }
  const order = await logged(tools, { action, ...own }, () =>
    placeOrder(client, own, {
      isAutomatic: settings.capture,
      collectionId: row?.payment_collection_id,
    })
  ).catch(throwAs("create an order"))
  const data = sessionData({ ...own, order_id: order.id }, { order }, settings)
  return { id: order.id, status: PaymentSessionStatus.PENDING, data }
}

/** The storefront's own part of the data decides nothing. */
export function openSession(
  tools: Tools,
  { amount, currency_code, data, context }: InitiatePaymentInput
): Promise<InitiatePaymentOutput> {
  const session_id = textOf(data?.session_id) ?? context?.idempotency_key
  if (!session_id) {
    throw refused("A payment at Razorpay needs a payment session")
  }
  const asked = { session_id, amount, currency_code, former_order_ids: [] }
  return openOrder(tools, { action: "create", ...asked })
}

/**
 * An order's amount is fixed: for another amount there is another order, and money that
 * still comes for the former one is too much.
 *
 * @throws NOT_ALLOWED for data that the provider has not written
 */
export async function changeSession(
  tools: Tools,
  { amount, currency_code, data }: UpdatePaymentInput
): Promise<UpdatePaymentOutput> {
  const own = readOwnPart(data, tools.settings.keySecret)
  if (!own.isSealed) {
    throw refused(
      "The payment session's data is not what Razorpay's provider wrote: start a new one"
    )
  }
  const isSame =
    own.amount === toRazorpay(amount, currency_code) &&
    own.currency === currency_code.toUpperCase()
  if (isSame) {
    return { data }
  }
  const { session_id, order_id } = own
  const former_order_ids = [...own.former_order_ids, order_id]
  const asked = { session_id, amount, currency_code, former_order_ids }
  return openOrder(tools, { action: "update", ...asked })
}
