import { normalizeLocale } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/**
 * Building blocks of validators. Text is kept as typed; only what Postgres cannot
 * store (NUL) is refused, and a text of nothing but white space.
 */
export function plainText(max: number) {
  return z
    .string()
    .max(max, `must be at most ${max} characters`)
    .refine((text) => !text.includes("\0"), "must not contain a NUL character")
    .refine((text) => text.trim() !== "", "must not be blank")
}

/** An id as Medusa makes them: letters, digits, `_` and `-`. */
export const id = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/, "must be an id of letters, digits, _ and -")

export const email = z
  .email("must be an e-mail address")
  .max(254)
  .transform((address) => address.toLowerCase())

/** A BCP 47 language tag, such as "en" or "en-IN". */
export const locale = z
  .string()
  .regex(
    /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/,
    "must be a language tag such as en or en-IN"
  )
  .transform(normalizeLocale)

/** A picture's address. Only https: a page that shows it stays free of mixed content and of `javascript:`. */
export const httpsUrl = z
  .url({ protocol: /^https$/, error: "must be an https URL" })
  .max(2048)

/** A moment in ISO 8601 with its time zone, such as "2026-11-21T09:30:00Z". */
export const dateTime = z.iso
  .datetime({
    offset: true,
    error: "must be an ISO 8601 date and time with its zone",
  })
  .transform((text) => new Date(text))
  .refine(
    (date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 10_000,
    "must lie between the years 1970 and 9999"
  )

/** A whole number in a query string. */
export function queryInteger(min: number, max: number) {
  const message = `must be a whole number from ${min} to ${max}`
  return z
    .string(message)
    .regex(/^-?\d{1,15}$/, message)
    .transform(Number)
    .refine((number) => number >= min && number <= max, message)
}

export const queryBoolean = z
  .enum(["true", "false"], "must be true or false")
  .transform((text) => text === "true")

/** A list of distinct ids in a body, 1 to `max`. */
export function idList(max: number, entry: z.ZodType<string> = id) {
  return z
    .array(entry)
    .min(1)
    .max(max)
    .refine((ids) => new Set(ids).size === ids.length, "must not repeat an id")
}

/** The body of an action that takes nothing. */
export const noBody = z.strictObject({})
