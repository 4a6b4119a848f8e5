import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openMarkets } from "./base/open-markets"
import { ensureWarehouse } from "./base/warehouse"
import { markets } from "./markets"
import offerSimulatedRazorpay from "./simulated-razorpay"
import { ensureLabels, stockCatalogue } from "./stock-catalogue"

/**
 * Fills an empty store with a shop that can be shown: three countries, 40 products, pictures, stock.
 * It only adds what is missing, so it may run again, and go on after it was killed.
 */
export default async function seedDemoStore({
  container,
}: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const warehouse = await ensureWarehouse(container)
  const labels = await ensureLabels(container)
  await openMarkets(container, warehouse, markets)
  await offerSimulatedRazorpay({ container })
  const created = await stockCatalogue(container, warehouse, labels, logger)
  logger.info(
    created > 0
      ? `Demo store: ready, ${created} products added`
      : "Demo store: nothing was missing"
  )
}
