import { randomUUID } from "node:crypto"
import { checkToken, signToken } from "./signed-token"

/** A browser may have signed in to several accounts; the oldest is forgotten. */
const MAX_TOKENS = 5
const SEPARATOR = "~"
const DAY_MS = 86_400_000

const purposeFor = (authIdentityId: string) =>
  `sign-in.browser:${authIdentityId}`

const TOKEN = /^[\w-]{1,64}\.\d{1,12}\.[\w-]{43}$/

const tokensIn = (text: string | undefined) =>
  (text ?? "")
    .slice(0, 2000)
    .split(SEPARATOR)
    .filter((token) => TOKEN.test(token))
    .slice(0, MAX_TOKENS)

/**
 * The id of a browser that signed in to an account before, from what it brings along.
 *
 * @param text - tokens as `withDeviceToken` made them, from a cookie or a header
 * @param now - current time in milliseconds
 * @returns undefined when none of them was made for this account, or not any more
 */
export function deviceId(
  text: string | undefined,
  authIdentityId: string,
  secret: string,
  now: number
): string | undefined {
  const purpose = purposeFor(authIdentityId)
  for (const token of tokensIn(text)) {
    const check = checkToken(token, purpose, secret, now)
    if (check.valid) {
      return check.id
    }
  }
  return undefined
}

/**
 * What a browser brings along from now on: a token for the account that it has just signed in to, and
 * those it had for others.
 *
 * @param days - how long it is good for
 */
export function withDeviceToken(
  text: string | undefined,
  authIdentityId: string,
  { secret, now, days }: { secret: string; now: number; days: number }
): string {
  const purpose = purposeFor(authIdentityId)
  const others = tokensIn(text).filter(
    (token) => !checkToken(token, purpose, secret, now).valid
  )
  const id = deviceId(text, authIdentityId, secret, now) ?? randomUUID()
  const expiresAt = new Date(now + days * DAY_MS)
  return [signToken({ purpose, id, expiresAt }, secret), ...others]
    .slice(0, MAX_TOKENS)
    .join(SEPARATOR)
}
