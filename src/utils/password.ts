import { isCommonPassword } from "./common-passwords"

type Rules = {
  /** In characters, as somebody counts them who types. */
  min: number
  max: number
  /** The address of the account, as far as it is known here. */
  email?: unknown
}

/**
 * What is wrong with a password that somebody chose. Length and being unknown to those who guess is all that counts:
 * rules about its characters make people choose worse ones.
 *
 * @returns what it must be; nothing when it is good
 * @example passwordFault("1234567890", { min: 10, max: 128 }) // "is one of the most common ones: choose another"
 */
export function passwordFault(
  password: unknown,
  { min, max, email }: Rules
): string | undefined {
  if (typeof password !== "string") {
    return "must be a text"
  }
  const { length } = [...password]
  if (length < min || length > max) {
    return `must be ${min} to ${max} characters long`
  }
  const small = password.toLowerCase()
  if (isCommonPassword(small)) {
    return "is one of the most common ones: choose another"
  }
  return typeof email === "string" && small === email.toLowerCase()
    ? "must not be the e-mail address"
    : undefined
}
