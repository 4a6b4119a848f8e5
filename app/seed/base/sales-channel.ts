import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { linkSalesChannelsToApiKeyWorkflow } from "@medusajs/medusa/core-flows"
import { find } from "./find"

/** Medusa makes a store, a channel and a publishable key at its first boot; they are used, not doubled. */
export async function useDefaultSalesChannel(
  container: MedusaContainer
): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const channelId = store?.default_sales_channel_id
  if (!channelId) {
    throw new Error("The store has no default sales channel")
  }
  await openToStorefronts(container, channelId)
  return channelId
}

type Key = { id: string; sales_channels: { id: string }[] }

async function openToStorefronts(
  container: MedusaContainer,
  channelId: string
): Promise<void> {
  const [key] = await find<Key>(
    container,
    "api_key",
    ["id", "sales_channels.id"],
    { type: "publishable", revoked_at: null }
  )
  if (key && key.sales_channels.length === 0) {
    await linkSalesChannelsToApiKeyWorkflow(container).run({
      input: { id: key.id, add: [channelId] },
    })
  }
}
