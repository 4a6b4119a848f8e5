import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { MESSAGES_MODULE } from "../../modules/messages"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageRow } from "../../modules/messages/service"
import type { Letter } from "./read-letter"

const NOT_WANTED = "message_not_wanted"

/**
 * For whoever keeps a message from going out that its recipient does not want: it ends as canceled,
 * with this reason, and is not tried again.
 */
export const notWanted = (reason: string) =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, reason, NOT_WANTED)

/** Workflows hand on a step's error as a plain object. */
export const isNotWanted = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === NOT_WANTED

/**
 * Keeps back what the recipient has switched off: the last look before a message is sent. What the
 * customer chose counts; who chose nothing is asked by their address, which a guest and an account may share.
 * @throws `notWanted`
 */
export async function refuseUnwanted(
  container: MedusaContainer,
  { category }: Pick<MessageRow, "category">,
  { customer_id, recipient }: Pick<Letter, "customer_id" | "recipient">
): Promise<void> {
  if (category === "transactional") {
    return
  }
  if (!customer_id) {
    throw notWanted(`Nobody who could have agreed to ${category}`)
  }
  const sharers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers({ email: recipient }, { select: ["id"], take: 20 })
  const chosen = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listMessagePreferences({
      category,
      customer_id: [customer_id, ...sharers.map(({ id }) => id)],
    })
  const own = chosen.find((choice) => choice.customer_id === customer_id)
  if (own ? !own.is_on : chosen.some(({ is_on }) => !is_on)) {
    throw notWanted(`The recipient has switched off ${category}`)
  }
}
