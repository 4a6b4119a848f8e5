import { randomInt, randomUUID } from "node:crypto"
import { expectOk, type HttpClient } from "../../helpers/http"

/** Where the random carts are bought: one currency each, with two, none and three decimals. */
export type Market = {
  currency: string
  country: string
  /** Decimals of its amounts. */
  decimals: number
  /** The least sum that gateways tell apart, in minor units: they want the last of three decimals to be 0. */
  step: number
  /** Percent. */
  tax: number
}

export const MARKETS: Market[] = [
  { currency: "inr", country: "ae", decimals: 2, step: 1, tax: 18 },
  { currency: "usd", country: "ca", decimals: 2, step: 1, tax: 8.875 },
  { currency: "kes", country: "tz", decimals: 2, step: 1, tax: 16 },
  { currency: "jpy", country: "jp", decimals: 0, step: 1, tax: 10 },
  { currency: "kwd", country: "kw", decimals: 3, step: 10, tax: 7.25 },
]

type Id = { id: string }

/** Regions with taxes of their own, paid through the given providers. @returns their ids by currency */
export async function openMarkets(
  admin: HttpClient,
  payment_providers: string[]
): Promise<Record<string, string>> {
  const regions: [string, string][] = []
  for (const { currency, country, tax } of MARKETS) {
    const { region } = await expectOk(
      admin.post<{ region: Id }>("/admin/regions", {
        name: `Random ${currency}`,
        currency_code: currency,
        countries: [country],
        payment_providers,
        automatic_taxes: true,
      })
    )
    await expectOk(
      admin.post("/admin/tax-regions", {
        country_code: country,
        provider_id: "tp_system",
        default_tax_rate: { rate: tax, code: currency, name: currency },
      })
    )
    regions.push([currency, region.id])
  }
  return Object.fromEntries(regions)
}

/** Nothing to ship and none to run out of, at a price with every decimal of the currency. */
export async function createRandomGoods(
  admin: HttpClient,
  count: number
): Promise<string[]> {
  const { sales_channels: channels } = await expectOk(
    admin.get<{ sales_channels: Id[] }>("/admin/sales-channels?limit=50")
  )
  const variants: string[] = []
  for (let made = 0; made < count; made++) {
    const { product } = await expectOk(
      admin.post<{ product: { variants: [Id] } }>(
        "/admin/products?fields=id,*variants",
        {
          title: `Random ${randomUUID()}`,
          status: "published",
          sales_channels: channels.map(({ id }) => ({ id })),
          options: [{ title: "Size", values: ["One"] }],
          variants: [
            {
              title: "One",
              options: { Size: "One" },
              manage_inventory: false,
              prices: MARKETS.map(({ currency, decimals }) => ({
                currency_code: currency,
                amount: randomInt(100, 90_000) / 10 ** decimals + 1,
              })),
            },
          ],
        }
      )
    )
    variants.push(product.variants[0].id)
  }
  return variants
}

/** Discounts in odd percents, and one sum off per currency. @returns codes that a currency's carts may use */
export async function createDiscounts(
  admin: HttpClient
): Promise<Record<string, string[]>> {
  const promotion = async (method: object) => {
    const code = `R${randomUUID().slice(0, 8)}`.toUpperCase()
    await expectOk(
      admin.post("/admin/promotions", {
        ...{ code, type: "standard", status: "active", is_automatic: false },
        application_method: {
          ...{ target_type: "items", allocation: "across", ...method },
        },
      })
    )
    return code
  }
  const percents = [
    await promotion({ type: "percentage", value: 7.77 }),
    await promotion({ type: "percentage", value: 33.3 }),
  ]
  const codes: [string, string[]][] = []
  for (const { currency, decimals } of MARKETS) {
    const value = randomInt(1, 90) / 10 ** decimals
    const fixed = await promotion({
      ...{ type: "fixed", value, currency_code: currency },
    })
    codes.push([currency, [...percents, fixed]])
  }
  return Object.fromEntries(codes)
}
