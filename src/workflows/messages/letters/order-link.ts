import {
  featureOptions,
  isOff,
  suiteOptions,
  suiteSecret,
} from "../../../config/suite-options"
import { orderToken } from "../../../utils/order-access"

const DAY_MS = 86_400_000

/** The storefront's page of an order, and the token in it, which the log masks: a guest has no other way in. */
export function orderLinkFor(
  order: { id: string; customer_id: string | null },
  now: Date
): { link: string; token: string } | undefined {
  if (isOff("order-access")()) {
    return undefined
  }
  const { linkDays, orderPage } = featureOptions("order-access")
  const expiresAt = new Date(now.getTime() + linkDays * DAY_MS)
  const token = orderToken(order, expiresAt, suiteSecret())
  const { storefrontUrl } = suiteOptions().general
  const page = new URL(orderPage.replace("{id}", order.id), `${storefrontUrl}/`)
  return { link: `${page}#token=${token}`, token }
}
