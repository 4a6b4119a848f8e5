import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What is granted, taken away and fulfilled of one order happens one after another. */
export const inOrdersTurn = <Result>(
  container: MedusaContainer,
  orderId: string,
  work: () => Promise<Result>
): Promise<Result> =>
  container
    .resolve(Modules.LOCKING)
    .execute(`digital-products:${orderId}`, work, { timeout: 30 })
