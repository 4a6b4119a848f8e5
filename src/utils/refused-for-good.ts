import { MedusaError } from "@medusajs/framework/utils"

/** Why a vendor will take nothing more for an address. */
export type RefusedAddress = "bounce" | "unsubscribe"

const MARK = "Refused for good"
const MARKED = /Refused for good(?: \((bounce|unsubscribe)\))?: /

/**
 * The error of a notification provider whose repeats would be refused, too. Medusa's notification
 * module hands on nothing of a provider's error but its words, so the words carry it.
 *
 * @param address - what it says about the address, if anything
 */
export const refusedForGood = (why: string, address?: RefusedAddress) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `${MARK}${address ? ` (${address})` : ""}: ${why}`
  )

/** What such an error says; undefined for any other. */
export function readRefusal(
  message: string
): { address: RefusedAddress | undefined } | undefined {
  const marked = MARKED.exec(message)
  return marked
    ? { address: marked[1] as RefusedAddress | undefined }
    : undefined
}
