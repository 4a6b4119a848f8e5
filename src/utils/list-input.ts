import { z } from "@medusajs/framework/zod"
import { dateTime, id, queryInteger } from "./input"

/** Paging with a cap: `limit` up to 100, `offset` up to 100,000. */
export function paging(defaultLimit: number) {
  return {
    limit: queryInteger(1, 100).default(defaultLimit),
    offset: queryInteger(0, 100_000).default(0),
  }
}

/** A field to sort by; a leading `-` reverses. */
export function sorting(fields: readonly string[], preset: string) {
  const orders = fields.flatMap((field) => [field, `-${field}`])
  return z.enum(orders, `must be one of ${orders.join(", ")}`).default(preset)
}

/** As Medusa has it: `created_at[$gte]=2026-11-01T00:00:00Z`, with `$gt`, `$lte` and `$lt`. */
export const momentRange = (field: string) =>
  z
    .strictObject(
      {
        $gte: dateTime.optional(),
        $gt: dateTime.optional(),
        $lte: dateTime.optional(),
        $lt: dateTime.optional(),
      },
      `must be a range such as ${field}[$gte]=2026-11-01T00:00:00Z`
    )
    .optional()

const inList = (value: unknown) => (typeof value === "string" ? [value] : value)

/** One value or several (`a=1&a=2`, `a[]=1`) of an enum in a query string. */
export function queryEnumList<const T extends readonly [string, ...string[]]>(
  values: T
) {
  const one = z.enum(values, `must be one of ${values.join(", ")}`)
  return z.preprocess(
    inList,
    z.array(one, "must be a list").min(1).max(values.length)
  )
}

/** One id or several in a query string. */
export const queryIdList = (max: number) =>
  z.preprocess(inList, z.array(id, "must be a list").min(1).max(max))

/** Three letters, as ISO 4217 has them; in lower case, as Medusa does. */
export const queryCurrency = z
  .string()
  .regex(/^[A-Za-z]{3}$/, "must be a currency's three letters")
  .transform((code) => code.toLowerCase())
