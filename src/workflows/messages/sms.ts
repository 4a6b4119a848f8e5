import type { MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MedusaError,
} from "@medusajs/framework/utils"
import { featureOptions } from "../../config/suite-options"
import type { Setting } from "../../emails/template"
import type { NewMessage } from "../../modules/messages/queue-sql"
import type { MessageTemplate } from "../../types/messages"
import { e164 } from "../../utils/phone"
import type { Letter } from "./read-letter"

/**
 * The SMS that go out beside these mails: of the templates that the options list, and where the
 * order has a phone. Without Twilio there are none.
 */
export async function smsBeside(
  container: MedusaContainer,
  mails: NewMessage[]
): Promise<NewMessage[]> {
  const { twilio } = featureOptions("messages")
  const listed: readonly MessageTemplate[] = twilio?.templates ?? []
  const wanted = mails.filter(({ template }) => listed.includes(template))
  const orderId = wanted[0]?.order_id
  if (!orderId || !(await hasPhone(container, orderId))) {
    return []
  }
  return wanted.map((mail) => ({
    ...mail,
    channel: "sms",
    idempotency_key: `${mail.idempotency_key}:sms`,
  }))
}

async function hasPhone(
  container: MedusaContainer,
  id: string
): Promise<boolean> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "shipping_address.phone"],
    filters: { id },
  })
  const [order] = data as { shipping_address?: { phone?: string | null } }[]
  return Boolean(order?.shipping_address?.phone?.trim())
}

/**
 * A letter as SMS.
 * @throws INVALID_DATA when it has no short text, or the phone does not tell its country
 */
export function smsOf({ sms }: Letter, setting: Setting) {
  const recipient = e164(sms?.phone)
  if (!sms || !recipient) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      sms
        ? "The phone of the shipping address is not in international form (+…)"
        : "This message has no text for an SMS"
    )
  }
  return { recipient, subject: null, html: null, text: sms.render(setting) }
}
