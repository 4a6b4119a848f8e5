import { z } from "@medusajs/framework/zod"

/** Building blocks of options: each message says what is allowed. */
export function optionText(max: number) {
  const message = `must be a text of 1 to ${max} characters`
  return z.string(message).min(1, message).max(max, message)
}

export function optionWhole(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`
  return z.number(message).int(message).min(least, message).max(most, message)
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"])

/** Whether only this machine reaches an address. */
export const isLoopback = (url: string) =>
  URL.canParse(url) && LOOPBACK.has(new URL(url).hostname)

/** Where a vendor's API is. Keys travel there, so in the open only on this machine. */
export const vendorHost = z
  .url({ protocol: /^https?$/, error: "must be an https URL" })
  .refine(
    (url) =>
      !URL.canParse(url) ||
      new URL(url).protocol === "https:" ||
      isLoopback(url),
    "must be an https URL"
  )
  .transform((url) => url.replace(/\/+$/, ""))
