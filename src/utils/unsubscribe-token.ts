import {
  isOptionalCategory,
  type OptionalCategory,
} from "../types/messages-preferences"
import { checkToken, signToken } from "./signed-token"

/** A mail is kept for long, and its link must work as long as anybody may press it. */
const YEARS = 5
const YEAR_MS = 365 * 86_400_000

export type Unsubscribing = { customerId: string; category: OptionalCategory }

/**
 * A token that switches one category of messages off for one customer, and is worth nothing else:
 * `<category>.<customer's id>.<unix seconds>.<hmac>`.
 * @param now - current time in milliseconds
 */
export function unsubscribeToken(
  { customerId, category }: Unsubscribing,
  secret: string,
  now: number
): string {
  const expiresAt = new Date(now + YEARS * YEAR_MS)
  const signed = { purpose: purposeOf(category), id: customerId, expiresAt }
  return `${category}.${signToken(signed, secret)}`
}

/** @returns what it switches off, or nothing when it is forged or has run out */
export function checkUnsubscribeToken(
  token: string,
  secret: string,
  now: number
): Unsubscribing | undefined {
  const [, category = "", signed = ""] = /^([a-z_]+)\.(.+)$/.exec(token) ?? []
  if (!isOptionalCategory(category)) {
    return undefined
  }
  const check = checkToken(signed, purposeOf(category), secret, now)
  return check.valid ? { customerId: check.id, category } : undefined
}

const purposeOf = (category: OptionalCategory) =>
  `messages.unsubscribe:${category}`
