import type { BigNumberInput } from "@medusajs/framework/types"
import {
  defaultCurrencies,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { fromMinorUnits, toMinorUnits } from "../../utils/minor-units"

export type Data = Record<string, unknown> | undefined

/** What a session and its payment keep: nothing that the storefront may not see. */
export type CashData = {
  session_id: string
  /** Exact, in major units, such as "10.99". */
  amount: string
  currency_code: string
  state: PaymentSessionStatus
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "")

/** As people hand it over: whole minor units of the currency. */
export function exactAmount(amount: BigNumberInput, currency: string): string {
  const digits = defaultCurrencies[currency.toUpperCase()]?.decimal_digits ?? 2
  return fromMinorUnits(toMinorUnits(amount, digits), digits)
}

const STATES = new Set<string>(Object.values(PaymentSessionStatus))

/** Only what the provider wrote itself; the storefront's part of the data is dropped. */
export function cashData(data: Data, change: Partial<CashData> = {}): CashData {
  const state = textOf(data?.state)
  return {
    session_id: textOf(data?.session_id),
    amount: textOf(data?.amount),
    currency_code: textOf(data?.currency_code),
    state: STATES.has(state)
      ? (state as PaymentSessionStatus)
      : PaymentSessionStatus.PENDING,
    ...change,
  }
}
