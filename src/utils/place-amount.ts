/** Amounts by currency code or region id; see the options of `cash-on-delivery`. */
type PlaceAmounts = Record<string, string>

type Place = { region_id?: string | null; currency_code: string }

/**
 * The amount that holds at a place; a region's own comes before its currency's.
 * @example amountAt({ inr: "49", reg_kerala: "0" }, { region_id: "reg_kerala", currency_code: "inr" }) // "0"
 */
export function amountAt(
  amounts: PlaceAmounts,
  { region_id, currency_code }: Place
): string | undefined {
  const places = [region_id ?? "", currency_code.toLowerCase()]
  const place = places.find((name) => Object.hasOwn(amounts, name))
  return place === undefined ? undefined : amounts[place]
}
