import { MedusaError } from "@medusajs/framework/utils"
import { type RenderedEmail, renderEmail } from "../../../emails/render-email"
import type { EmailTemplate, Setting } from "../../../emails/template"
import { TEMPLATES } from "../../../emails/templates"
import type { MessageRow } from "../../../modules/messages/service"
import type { MessageTemplate } from "../../../types/messages"
import type { Letter } from "../read-letter"

/** The cause of a message that an admin sends to see how it looks. */
export const TEST = "test"

/** A template with its own sample. */
export function renderSample(
  name: MessageTemplate,
  setting: Setting,
  own: EmailTemplate<unknown> = TEMPLATES[name]
): Promise<RenderedEmail> {
  return renderEmail(own, own.sample, setting)
}

/** To whom the admin wished, in the wished language, with a subject that says that it is a test. */
export function readSample({
  template,
  recipient,
  locale,
}: Pick<MessageRow, "template" | "recipient" | "locale">): Letter {
  if (!recipient) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A test has to say whom it goes to"
    )
  }
  return {
    ...{ recipient, locale, customer_id: null, order_id: null },
    render: async (setting, own) => {
      const mail = await renderSample(template as MessageTemplate, setting, own)
      return { ...mail, subject: `[Test] ${mail.subject}` }
    },
  }
}
