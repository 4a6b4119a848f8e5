import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"
import type { Market } from "./market"

/** What Medusa gives a new store; nobody chose it. */
const UNCHOSEN = "eur"

/** Adds the markets' currencies to the store. Those that it has keep their settings. */
export async function addCurrencies(
  container: MedusaContainer,
  markets: Market[]
): Promise<void> {
  const [store] = await container
    .resolve(Modules.STORE)
    .listStores({}, { relations: ["supported_currencies"] })
  if (!store) {
    throw new Error("Medusa made no store at its first boot")
  }
  const supported = store.supported_currencies ?? []
  const codes = supported.map(({ currency_code }) => currency_code)
  const missing = markets.filter(({ currency }) => !codes.includes(currency))
  if (missing.length === 0) {
    return
  }
  const isUntouched = codes.length === 1 && codes[0] === UNCHOSEN
  const kept = isUntouched ? [] : supported
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        supported_currencies: [
          ...kept.map(({ currency_code, is_default }) => ({
            currency_code,
            is_default,
          })),
          ...missing.map(({ currency, taxInclusive }, index) => ({
            currency_code: currency,
            is_default: isUntouched && index === 0,
            is_tax_inclusive: taxInclusive,
          })),
        ],
      },
    },
  })
}
