import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
} from "@medusajs/framework/utils"
import type { AboutOrder } from "../../../emails/order"
import { renderEmail, renderSms } from "../../../emails/render-email"
import type { Renderer } from "../../../emails/template"
import type { Letter } from "../read-letter"

export type Named = { first_name?: string | null; last_name?: string | null }

/** What tells whom a mail about an order goes to. */
export type Addressee = {
  id: string
  display_id: number
  email: string | null
  customer_id: string | null
  locale: string | null
  shipping_address: (Named & { phone?: string | null }) | null
  billing_address: Named | null
  /** Of an account; an order of files alone has no address that would tell a name. */
  customer?: Named | null
}

const FIELDS = [
  ...["id", "display_id", "email", "customer_id", "locale"],
  ...["shipping_address.*", "billing_address.*"],
  ...["customer.first_name", "customer.last_name"],
]

/**
 * An order with what a mail about it needs.
 * @param fields - what else is read
 * @throws NOT_FOUND when it is gone, INVALID_DATA when it has no e-mail address
 */
export async function readOrder<More>(
  container: MedusaContainer,
  id: string,
  fields: string[] = []
): Promise<Addressee & { email: string } & More> {
  const order = await findOrder<More>(container, id, fields)
  if (!order.email) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The order has no e-mail address"
    )
  }
  return order as Addressee & { email: string } & More
}

/** The same for a mail to somebody else: it may have no address. */
export async function findOrder<More>(
  container: MedusaContainer,
  id: string,
  fields: string[] = []
): Promise<Addressee & More> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [...FIELDS, ...fields],
    filters: { id },
  })
  const [order] = data as unknown as (Addressee & More)[]
  if (!order) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order with id ${id} was not found`
    )
  }
  return order
}

/** A letter to the shopper about an order. */
export const orderLetter = <Data extends AboutOrder>(
  order: Addressee & { email: string },
  template: Renderer<Data>,
  more: Omit<Data, keyof AboutOrder>
): Letter => {
  const data = { ...aboutOf(order), ...more } as Data
  const { sms } = template
  return {
    recipient: order.email,
    customer_id: order.customer_id,
    order_id: order.id,
    locale: order.locale,
    render: (setting, own: Renderer<unknown> = template) =>
      renderEmail(own, data, setting),
    sms: sms && {
      phone: order.shipping_address?.phone ?? null,
      render: (setting) => renderSms(sms, data, setting),
    },
  }
}

export const aboutOf = (order: Addressee): AboutOrder => ({
  number: `#${order.display_id}`,
  name:
    nameOf(order.shipping_address) ||
    nameOf(order.billing_address) ||
    nameOf(order.customer ?? null),
})

export const nameOf = (address: Named | null) =>
  [address?.first_name, address?.last_name].filter(Boolean).join(" ")

/** Every digit, without an exponent. */
export const exact = (amount: BigNumberInput) =>
  MathBN.convert(amount).toFixed()
