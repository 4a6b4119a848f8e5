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

type Reader = Pick<Letter, "customer_id" | "recipient">
type Message = Pick<MessageRow, "category">

/**
 * Keeps back what the recipient has switched off: the last look before a message is sent.
 * @throws `notWanted`
 */
export async function refuseUnwanted(
  container: MedusaContainer,
  message: Message,
  reader: Reader
): Promise<void> {
  const [refused] = await unwanted(container, message, [reader])
  if (refused) {
    throw notWanted(
      refused.customer_id
        ? `The recipient has switched off ${message.category}`
        : `Nobody who could have agreed to ${message.category}`
    )
  }
}

/**
 * Those of some readers who do not want a message. What the customer chose counts; who chose nothing is asked by
 * their address, which a guest and an account may share.
 */
export async function unwanted<One extends Reader>(
  container: MedusaContainer,
  { category }: Message,
  readers: One[]
): Promise<One[]> {
  if (category === "transactional") {
    return []
  }
  const sharers = await container
    .resolve(Modules.CUSTOMER)
    .listCustomers(
      { email: readers.map(({ recipient }) => recipient) },
      { select: ["id", "email"] }
    )
  const ids = [...readers, ...sharers.map(({ id }) => ({ customer_id: id }))]
  const chosen = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .listMessagePreferences({
      category,
      customer_id: ids.flatMap(({ customer_id: id }) => (id ? [id] : [])),
    })
  const choices = new Map(
    chosen.map(({ customer_id, is_on }) => [customer_id, is_on])
  )
  const isOffFor = (address: string) =>
    sharers.some(
      ({ id, email }) => email === address && choices.get(id) === false
    )
  return readers.filter(({ customer_id, recipient }) => {
    const own = choices.get(customer_id ?? "")
    return !customer_id || (own === undefined ? isOffFor(recipient) : !own)
  })
}
