/**
 * An amount as people read it.
 * @param amount - exact, in major units, such as "1626.00"
 */
export function formatMoney(
  amount: string,
  currencyCode: string,
  locale: string
): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode.toUpperCase(),
  })
  // A text is formatted digit by digit; a number would be a float first.
  return format.format(amount as unknown as number)
}
