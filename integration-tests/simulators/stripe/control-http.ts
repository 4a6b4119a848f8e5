import type { DeliveryPlan } from "../common/deliveries"
import type { Control } from "./control"
import type { State } from "./state"
import type { Forgery, Webhooks } from "./webhooks"

type Json = Record<string, unknown>
type Parts = { control: Control; state: State; webhooks: Webhooks }
type Action = (parts: Parts, body: Json) => unknown

/** The control interface over HTTP: `POST /_simulator/<action>` with JSON, for specs in another process. */
const ACTIONS: Record<string, Action> = {
  pay: ({ control }, { id, outcome }) =>
    control.pay(String(id), outcome as Parameters<Control["pay"]>[1]),
  capture: ({ control }, { id, amount }) =>
    control.capture(String(id), amount as number | undefined),
  cancel: ({ control }, { id }) => control.cancel(String(id)),
  refund: ({ control }, body) =>
    control.refund(body as Parameters<Control["refund"]>[0]),
  "settle-refund": ({ control }, { id, status }) =>
    control.settleRefund(String(id), status as "succeeded" | "failed"),
  "refund-status": ({ control }, { status }) => {
    control.refundStatus = status as Control["refundStatus"]
    return {}
  },
  dispute: ({ control }, { id, ...options }) =>
    control.dispute(String(id), options),
  "close-dispute": ({ control }, { id, status }) =>
    control.closeDispute(String(id), status as "won" | "lost"),
  "bad-day": ({ control }, body) => {
    control.badDay(body as Parameters<Control["badDay"]>[0])
    return {}
  },
  "good-days": ({ control }) => {
    control.goodDays()
    return {}
  },
  webhooks: ({ webhooks }, { url, plan }) => {
    if (typeof url === "string") {
      webhooks.options.url = url
    }
    webhooks.plan = (plan as DeliveryPlan | undefined) ?? webhooks.plan
    return {}
  },
  release: ({ webhooks }, { order }) => {
    webhooks.release(order as Parameters<Webhooks["release"]>[0])
    return {}
  },
  resend: ({ webhooks }, { id }) => {
    webhooks.resend(String(id))
    return {}
  },
  forge: async ({ control }, { id, forgery }) => ({
    status: await control.forge(String(id), forgery as Forgery),
  }),
  idle: async ({ webhooks }) => {
    await webhooks.idle()
    return {}
  },
}

const READS: Record<string, (parts: Parts) => unknown> = {
  ledger: ({ state }) => ({
    entries: state.ledger.entries,
    books: state.ledger.books(),
  }),
  events: ({ webhooks }) => webhooks.events,
  deliveries: ({ webhooks }) => webhooks.deliveries,
  intents: ({ state }) => state.intents.find(),
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
