import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

const PLACE = /^(?:[a-z]{3}|reg_[\w-]{1,60})$/
const AMOUNT = /^\d{1,12}(?:\.\d{1,3})?$/
const OPEN_ORDERS = "must be a whole number from 1 to 1000"

const digitsAfterPoint = (amount: string) => amount.split(".")[1]?.length ?? 0

/** What is wrong with one entry, if anything. */
function complaintAbout(place: string, amount: string): string | undefined {
  if (!PLACE.test(place)) {
    return "must be the code of a currency, such as inr, or the id of a region"
  }
  if (!AMOUNT.test(amount)) {
    return 'must be an amount such as "49.50"'
  }
  if (place.startsWith("reg_")) {
    return undefined
  }
  const currency = defaultCurrencies[place.toUpperCase()]
  if (!currency) {
    return "must be a currency that exists"
  }
  return digitsAfterPoint(amount) > currency.decimal_digits
    ? `must have at most ${currency.decimal_digits} digits after the point`
    : undefined
}

const amounts = z
  .record(z.string(), z.string('must be an amount such as "49.50"'))
  .superRefine((given, context) => {
    for (const [place, amount] of Object.entries(given)) {
      const message = complaintAbout(place, amount)
      if (message) {
        context.addIssue({ code: "custom", path: [place], message })
      }
    }
  })
  .default({})

/**
 * Options of the feature `cash-on-delivery`. Where it is offered at all, the admin says: in the
 * settings of each region. Amounts are decimal strings in major units, by currency code
 * (`inr`) or region id (`reg_…`); a region's own comes before its currency's.
 */
export const cashOnDeliveryOptionsSchema = z
  .strictObject({
    /** What it costs, with or without tax as the region's prices are. @default nothing */
    fee: amounts,
    /** The least a cart may be worth, the fee not counted. @default no least */
    minimum: amounts,
    /** The most a cart may be worth, the fee not counted. @default no most */
    maximum: amounts,
    /**
     * How many orders of one customer may wait for their cash, 1 to 1000; guests are told apart
     * by their e-mail address.
     * @default 3
     */
    openOrders: z
      .number(OPEN_ORDERS)
      .int(OPEN_ORDERS)
      .min(1, OPEN_ORDERS)
      .max(1000, OPEN_ORDERS)
      .default(3),
    /** How the fee is called in cart and order. @default "Cash on delivery fee" */
    feeTitle: z
      .string("must be a text of 1 to 100 characters")
      .trim()
      .min(1, "must be a text of 1 to 100 characters")
      .max(100, "must be a text of 1 to 100 characters")
      .default("Cash on delivery fee"),
  })
  .superRefine(({ minimum, maximum }, context) => {
    for (const [place, least] of Object.entries(minimum)) {
      const most = maximum[place]
      if (most !== undefined && MathBN.gt(least, most)) {
        context.addIssue({
          code: "custom",
          path: ["minimum", place],
          message: `must not be above the maximum of ${most}`,
        })
      }
    }
  })

export type CashOnDeliveryOptions = z.infer<typeof cashOnDeliveryOptionsSchema>
