import type { MedusaContainer } from "@medusajs/framework/types"
import { featureOptions, suiteOptions } from "../../config/suite-options"
import { replacementOf } from "../../emails/replacements"
import type { EmailTemplate, Setting } from "../../emails/template"
import { chooseLocale } from "../../emails/words"
import { MESSAGES_MODULE } from "../../modules/messages"
import { mergedBrand } from "../../modules/messages/brand-sql"
import type MessagesModuleService from "../../modules/messages/service"
import type { MessageTemplate } from "../../types/messages"

/**
 * How a message is rendered now: the brand, its language, and the host's own template if there is one.
 * @param wanted - the recipient's locale, if it is known
 */
export async function settingFor(
  container: MedusaContainer,
  name: MessageTemplate,
  wanted: string | null
): Promise<{ setting: Setting; own: EmailTemplate<unknown> | undefined }> {
  const { brand, locale } = featureOptions("messages")
  const wishes = await container
    .resolve<MessagesModuleService>(MESSAGES_MODULE)
    .readBrand()
  const own = replacementOf(name)
  const setting = {
    brand: mergedBrand(brand, wishes),
    locale: chooseLocale(wanted, locale, own !== undefined),
    storefrontUrl: suiteOptions().general.storefrontUrl,
  }
  return { setting, own }
}
