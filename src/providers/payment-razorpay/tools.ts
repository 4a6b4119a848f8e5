import type { Logger } from "@medusajs/framework/types"
import { resolved } from "../../utils/cradle"
import { RazorpayClient } from "./client"
import type { RazorpayProviderOptions } from "./options"
import { type OwnSessions, ownSessions } from "./own-sessions"

/** What every operation of the provider works with. */
export type Tools = {
  client: RazorpayClient
  /** Medusa's own rows. */
  sessions: OwnSessions
  settings: RazorpayProviderOptions
  /** The container of Medusa's payment module. */
  cradle: Record<string, unknown>
  /** As Medusa registers it: "pp_razorpay_razorpay", or "pp_razorpay_simulator" in the demo. */
  providerId: string
}

export function toolsOf(
  cradle: Record<string, unknown>,
  settings: RazorpayProviderOptions
): Tools {
  const providerId = `pp_razorpay_${settings.simulator ? "simulator" : "razorpay"}`
  return {
    client: new RazorpayClient(settings),
    sessions: ownSessions(cradle, providerId),
    settings,
    cradle,
    providerId,
  }
}

export function warn({ cradle }: Tools, message: string) {
  const logger = resolved(cradle, "logger") as Logger | undefined
  logger?.warn(`payment-razorpay: ${message}`)
}
