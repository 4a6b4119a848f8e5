/** The key of a line's metadata that names what the fee is for. */
const FEE_KEY = "commerce_suite_fee"

type Line = {
  variant_id?: string | null
  product_id?: string | null
  metadata?: Record<string, unknown> | null
}

/** What marks a line of a cart or an order as a fee. */
export const feeMetadata = (slug: string) => ({ [FEE_KEY]: slug })

/**
 * Tells a fee from what is sold: fees count in no number of products, need no stock and get no
 * review. A shopper chooses the metadata of a line, but can add none without a product.
 *
 * @param slug - the feature whose fee it is. @default any
 * @example const products = order.items.filter((item) => !isFeeLine(item))
 */
export function isFeeLine(line: Line, slug?: string): boolean {
  const fee = line.metadata?.[FEE_KEY]
  const isFee = typeof fee === "string" && !line.variant_id && !line.product_id
  return isFee && (slug === undefined || fee === slug)
}

/**
 * The same in SQL, for `cart_line_item` and `order_line_item`.
 * @param alias - of the table in the statement
 * @example `select sum(quantity) from … where not (${feeLineSql("line")})`
 */
export const feeLineSql = (alias: string) =>
  `coalesce(${alias}.variant_id is null and ${alias}.product_id is null
    and ${alias}.metadata->>'${FEE_KEY}' is not null, false)`
