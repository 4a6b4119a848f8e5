import { isStockNote } from "./descriptions"

/** Why a stock code of the file is no product. */
export type Reason =
  | "no stock code"
  | "postage, fee, discount, sample or manual entry"
  | "gift voucher"
  | "test entry"
  | "stock adjustment"
  | "no description but empty ones and clerks' notes"
  | "no price of a penny or more"

const BY_CODE: [RegExp, Reason][] = [
  [/^$/, "no stock code"],
  [
    /^(POST|DOT|C2|C3|D|M|S|BANK CHARGES|AMAZONFEE|CRUK)$/,
    "postage, fee, discount, sample or manual entry",
  ],
  [/^GIFT/, "gift voucher"],
  [/^TEST/, "test entry"],
  [/^(ADJUST\d*|B)$/, "stock adjustment"],
]

/** The same product is typed `85123A` and `85123a `. */
export const normaliseCode = (code: string): string => code.trim().toUpperCase()

/** `undefined` for a product. */
export function reasonAgainst(product: {
  code: string
  description: string
  pence: number
}): Reason | undefined {
  const byCode = BY_CODE.find(([pattern]) => pattern.test(product.code))
  if (byCode) {
    return byCode[1]
  }
  if (isStockNote(product.description)) {
    return "no description but empty ones and clerks' notes"
  }
  return product.pence > 0 ? undefined : "no price of a penny or more"
}
