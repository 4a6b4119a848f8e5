import type { DeliveryPlan } from "../common/deliveries"
import type { Control } from "./control"
import type { State } from "./state"
import type { Forgery, Webhooks } from "./webhooks"

type Json = Record<string, unknown>
type Parts = { control: Control; state: State; webhooks: Webhooks }
type Action = (parts: Parts, body: Json) => unknown

const done = (work: () => void) => {
  work()
  return {}
}

/** What people do: `POST /_simulator/<action>` with JSON, for specs in another process. */
const PEOPLE: Record<string, Action> = {
  pay: ({ control }, { id, ...request }) => control.pay(String(id), request),
  "settle-payment": ({ control }, { id, outcome }) =>
    control.settlePayment(String(id), outcome as "succeed" | "fail"),
  "authorize-late": ({ control }, { id, in_time }) =>
    control.authorizeLate(String(id), in_time === true),
  "checkout-result": ({ control }, { id }) =>
    control.checkoutResult(String(id)),
  capture: ({ control }, { id }) => control.capture(String(id)),
  refund: ({ control }, body) =>
    control.refund(body as Parameters<Control["refund"]>[0]),
  "settle-refund": ({ control }, { id, status }) =>
    control.settleRefund(String(id), status as "processed" | "failed"),
  "slow-refund": ({ control }, { id }) => control.slowRefund(String(id)),
  "auto-refund": ({ control }, { id }) => control.autoRefund(String(id)),
  dispute: ({ control }, { id, ...request }) =>
    control.dispute(String(id), request),
  "move-dispute": ({ control }, { id, status }) =>
    control.moveDispute(
      String(id),
      status as Parameters<Control["moveDispute"]>[1]
    ),
  lie: ({ control }, { event, id, lie }) =>
    control.lie(String(event), String(id), lie as object),
}

/** How the days are. */
const WEATHER: Record<string, Action> = {
  account: ({ state }, body) => Object.assign(state.account, body),
  "bad-day": ({ control }, body) =>
    done(() => control.badDay(body as Parameters<Control["badDay"]>[0])),
  "good-days": ({ control }) => done(() => control.goodDays()),
  webhooks: ({ webhooks }, { url, secret, plan }) =>
    done(() => {
      if (typeof url === "string") {
        webhooks.options.url = url
      }
      if (typeof secret === "string") {
        webhooks.options.secret = secret
      }
      webhooks.plan = (plan as DeliveryPlan | undefined) ?? webhooks.plan
    }),
  release: ({ webhooks }, { order }) =>
    done(() => webhooks.release(order as Parameters<Webhooks["release"]>[0])),
  resend: ({ webhooks }, { id }) => done(() => webhooks.resend(String(id))),
  forge: async ({ control }, { id, forgery }) => ({
    status: await control.forge(String(id), forgery as Forgery),
  }),
  idle: async ({ webhooks }) => {
    await webhooks.idle()
    return {}
  },
}

const ACTIONS = { ...PEOPLE, ...WEATHER }

const READS: Record<string, (parts: Parts) => unknown> = {
  ledger: ({ state }) => ({
    entries: state.ledger.entries,
    books: state.ledger.books(),
  }),
  events: ({ webhooks }) =>
    webhooks.events.map(({ id, body }) => ({ id, ...body })),
  deliveries: ({ webhooks }) => webhooks.deliveries,
  orders: ({ state }) => state.orders.find(),
  payments: ({ state }) => state.payments.find(),
  refunds: ({ state }) => state.refunds.find(),
}

/** @returns the answer's body, or undefined for a path that is not known */
export async function controlAnswer(
  parts: Parts,
  { method, path, body }: { method: string; path: string; body: string }
): Promise<unknown> {
  const name = path.replace("/_simulator/", "")
  if (method === "GET") {
    return READS[name]?.(parts)
  }
  return ACTIONS[name]?.(parts, body ? (JSON.parse(body) as Json) : {})
}
