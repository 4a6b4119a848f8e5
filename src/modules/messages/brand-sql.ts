import type { AdminMessageBrand } from "../../types/messages"
import type { Brand } from "./options"

/** The one row's id: two admins who save at once write the same one. */
const ID = "msgbrand_store"

const COLUMNS = [
  "name",
  "logo_url",
  "color",
  "background_color",
  "address",
  "footer",
] as const

export const NO_BRAND = Object.fromEntries(
  COLUMNS.map((column) => [column, null])
) as AdminMessageBrand

export const READ_BRAND = `
  select ${COLUMNS.join(", ")} from message_brand where id = '${ID}' and deleted_at is null`

/** What is not given stays. */
export function saveBrandSql(change: Partial<AdminMessageBrand>) {
  const given = COLUMNS.filter((column) => change[column] !== undefined)
  const sets = given.map((column) => `${column} = excluded.${column}`)
  return {
    sql: `
      insert into message_brand (${["id", ...given].join(", ")})
      values (${["id", ...given].map(() => "?").join(", ")})
      on conflict (id) do update set ${[...sets, "updated_at = now()", "deleted_at = null"].join(", ")}`,
    values: [ID, ...given.map((column) => change[column] ?? null)],
  }
}

/** The admin's wishes over the options. */
export const mergedBrand = (
  options: Brand,
  wishes: AdminMessageBrand
): Brand => ({
  name: wishes.name ?? options.name,
  logoUrl: wishes.logo_url ?? options.logoUrl,
  color: wishes.color ?? options.color,
  backgroundColor: wishes.background_color ?? options.backgroundColor,
  address: wishes.address ?? options.address,
  footer: wishes.footer ?? options.footer,
})

/** The options in the shape of the admin's wishes. */
export const brandOfOptions = (options: Brand): AdminMessageBrand => ({
  name: options.name,
  logo_url: options.logoUrl ?? null,
  color: options.color,
  background_color: options.backgroundColor,
  address: options.address ?? null,
  footer: options.footer ?? null,
})
