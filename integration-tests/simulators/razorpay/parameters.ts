import { badRequest, extraFields, wrongField } from "./api-error"
import { digitsOf, leastAmount } from "./currencies"
import type { Notes } from "./objects"

export type Json = Record<string, unknown>

export function refuseExtra(body: Json, allowed: string[]) {
  const extra = Object.keys(body).filter((name) => !allowed.includes(name))
  if (extra.length > 0) {
    throw extraFields(extra)
  }
}

/** @throws for what is no text */
export function text(body: Json, name: string): string | undefined {
  const value = body[name]
  if (value === undefined || value === null || value === "") {
    return undefined
  }
  if (typeof value !== "string") {
    throw wrongField(name, `expected string but provided ${String(value)}`)
  }
  return value
}

/** A whole number of minor units, as a number or its digits. */
export function amount(body: Json, name = "amount"): number | undefined {
  const value = body[name]
  if (value === undefined || value === null || value === "") {
    return undefined
  }
  const isDigits = typeof value === "string" && /^\d{1,15}$/.test(value)
  const number = isDigits ? Number(value) : value
  if (!Number.isSafeInteger(number)) {
    throw wrongField(name, `The ${name} must be an integer.`)
  }
  return number as number
}

export function requiredAmount(body: Json): number {
  const value = amount(body)
  if (value === undefined) {
    throw wrongField("amount", "amount: is required.")
  }
  return value
}

/** @throws when it is missing, or none that Razorpay takes */
export function requiredCurrency(body: Json): string {
  const value = text(body, "currency")
  if (!value) {
    throw wrongField("currency", "currency: is required.")
  }
  if (digitsOf(value) === undefined) {
    throw wrongField("currency", "Currency is not supported")
  }
  return value
}

export function refuseLess(amount: number, currency: string, text: string) {
  if (amount < leastAmount(currency)) {
    throw wrongField("amount", text)
  }
}

export function notes(body: Json): Notes {
  const given = body.notes
  if (given === undefined || given === null || Array.isArray(given)) {
    return []
  }
  if (typeof given !== "object") {
    throw wrongField("notes", "notes must be a json object")
  }
  const entries = Object.entries(given)
  if (entries.length > 15) {
    throw wrongField(
      "notes",
      "Number of fields in notes should be less than or equal to 15"
    )
  }
  if (entries.some(([, value]) => String(value).length > 256)) {
    throw wrongField("notes", "notes values should be at most 256 characters")
  }
  return entries.length === 0
    ? []
    : Object.fromEntries(
        entries.map(([key, value]) => [key, String(value)] as const)
      )
}

/** Razorpay takes true, 1 and "1". */
export const isYes = (value: unknown) =>
  [true, 1, "1", "true"].includes(value as string)

/** A page of a list: `count` (10, at most 100) and `skip`. */
export function pageOf(query: Json) {
  const number = (name: string, least: number, fallback: number) => {
    const value = query[name] === undefined ? fallback : Number(query[name])
    if (!Number.isInteger(value) || value < least) {
      throw badRequest(`The ${name} must be at least ${least}.`)
    }
    return value
  }
  const count = number("count", 1, 10)
  if (count > 100) {
    throw badRequest("The count may not be greater than 100.")
  }
  const skip = number("skip", 0, 0)
  return <Row>(rows: Row[]) => collection(rows.slice(skip, skip + count))
}

export const collection = <Row>(items: Row[]) => ({
  entity: "collection" as const,
  count: items.length,
  items,
})
