import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import type { Api, Keys } from "./api"
import type { Remembered } from "./idempotency"
import type { LedgerEntry } from "./ledger"
import type { RazorpayEvent } from "./objects"
import type { OrderSettings, State } from "./state"
import type { Webhooks } from "./webhooks"

const TABLES = [
  "orders",
  "payments",
  "refunds",
  "disputes",
  "customers",
] as const

/** What a simulator leaves behind for the next one. */
export type Kept = Keys & {
  webhookSecret: string
  tables: Record<(typeof TABLES)[number], { id: string }[]>
  orderSettings: [string, OrderSettings][]
  account: State["account"]
  ledger: LedgerEntry[]
  events: RazorpayEvent[]
  refundKeys: [string, Remembered][]
}

type Parts = { state: State; webhooks: Webhooks; api: Api; keys: Keys }

/** More would make each write slow; what the store has taken is of no use any more. */
const KEPT_EVENTS = 500

export const readKept = (file: string): Kept | undefined =>
  existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Kept)
    : undefined

/** Written whole or not at all. */
export function writeKept(
  file: string,
  { state, webhooks, api, keys }: Parts
): void {
  const tables = TABLES.map((name) => [name, state[name].find().reverse()])
  const kept: Kept = {
    ...keys,
    webhookSecret: webhooks.options.secret,
    tables: Object.fromEntries(tables) as Kept["tables"],
    orderSettings: [...state.orderSettings],
    account: state.account,
    ledger: state.ledger.entries,
    events: webhooks.events.slice(-KEPT_EVENTS),
    refundKeys: [...api.idempotency.known],
  }
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, JSON.stringify(kept), { mode: 0o600 })
  renameSync(draft, file)
}

/** Takes up where an earlier simulator ended, its undelivered webhooks too. */
export function restore(
  kept: Kept,
  { state, webhooks, api }: Omit<Parts, "keys">
): void {
  for (const name of TABLES) {
    state[name].takeOver(kept.tables[name])
  }
  kept.orderSettings.forEach((entry) => state.orderSettings.set(...entry))
  Object.assign(state.account, kept.account)
  state.ledger.entries.push(...kept.ledger)
  kept.refundKeys
    .filter(([, { answer }]) => answer)
    .forEach((entry) => api.idempotency.known.set(...entry))
  webhooks.resume(kept.events)
}
