import type { ExecArgs } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { find } from "./base/find"

const SIMULATOR = "pp_razorpay_simulator"

type Region = {
  id: string
  countries?: { iso_2: string }[]
  payment_providers?: { id: string }[]
}

/** Lets shoppers in India pay at Razorpay's simulator, where the store has been started with it. */
export default async function offerSimulatedRazorpay({
  container,
}: Pick<ExecArgs, "container">): Promise<void> {
  const [provider] = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: SIMULATOR, is_enabled: true })
  const regions = await find<Region>(
    container,
    "region",
    ["id", "countries.iso_2", "payment_providers.id"],
    {}
  )
  const india = regions.find(({ countries = [] }) =>
    countries.some(({ iso_2 }) => iso_2 === "in")
  )
  const known = india?.payment_providers?.map(({ id }) => id) ?? []
  if (!provider || !india || known.includes(SIMULATOR)) {
    return
  }
  await updateRegionsWorkflow(container).run({
    input: {
      selector: { id: india.id },
      update: { payment_providers: [...known, SIMULATOR] },
    },
  })
}
