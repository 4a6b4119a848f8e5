/** Currencies with other than two decimal digits, as far as Razorpay takes them. */
const DIGITS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  VND: 0,
  UGX: 0,
  RWF: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  ISK: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
}

const TWO_DIGITS =
  "INR USD EUR GBP AED AUD BDT BRL CAD CHF CNY CZK DKK EGP GHS HKD IDR ILS KES LKR MUR MVR MXN MYR NGN NOK NPR NZD PHP PKR PLN QAR SAR SEK SGD THB TRY TZS ZAR"

const TWO = new Set(TWO_DIGITS.split(" "))

/** How many decimal digits the currency has; undefined when Razorpay does not take it. */
export const digitsOf = (currency: string): number | undefined =>
  DIGITS[currency] ?? (TWO.has(currency) ? 2 : undefined)

/** The least amount of an order or a refund: one whole unit. */
export const leastAmount = (currency: string): number =>
  10 ** (digitsOf(currency) ?? 2)
